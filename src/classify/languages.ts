/** Verbs of other languages, each with the English verb that the rules know it by. */
import { words } from './rule.ts';

const rows: readonly { verb: string; forms: string }[] = [
  {
    verb: 'get',
    forms:
      '获取 取得 读取 得到 拿到 获得 返回 読み取 読み込 obtener obtiene obtén devuelve devolver récupérer récupère obtenir obtient renvoie retourne obter obtém obtenha retorna recupera recuperar abrufen holen holt ruft liefert lesen liest leer lee lire lit ler lê получить получает 가져오 가져옵 조회 반환 불러오 불러옵 읽 수집 로드',
  },
  { verb: 'list', forms: '列出 一覧 列举 枚举 listar lista lister liste auflisten listet список 목록' },
  {
    verb: 'search',
    forms:
      '搜索 检索 查找 搜寻 検索 buscar busca rechercher recherche pesquisar pesquisa buscar suchen sucht durchsuchen durchsucht найти поиск ищет 검색',
  },
  { verb: 'query', forms: '查询 查看 查詢 照会 参照 consultar consulta consulter consulte abfragen abfrage' },
  {
    verb: 'show',
    forms:
      '显示 展示 表示 mostrar muestra mostra afficher affiche exibir exibe anzeigen zeigt показать показывает 표시 보여',
  },
  {
    verb: 'check',
    forms:
      '检查 校验 验证 確認 检测 检验 測試 comprobar comprueba verificar verifica vérifier vérifie überprüfen überprüft prüfen prüft validar valida проверить проверяет 확인 검증 검사',
  },
  {
    verb: 'analyze',
    forms:
      '分析 解析 解读 诊断 analizar analiza analyser analisar analisa analysieren analysiert анализ 분석 비교 요약',
  },
  {
    verb: 'calculate',
    forms: '计算 測算 计数 统计 計算 calcular calcula calculer berechnen berechnet рассчитать 계산',
  },
  { verb: 'recommend', forms: '推荐 建议 おすすめ recomendar recomienda recommander empfehlen empfiehlt 추천 제안' },
  {
    verb: 'convert',
    forms:
      '转换 換算 変換 翻译 翻訳 traducir traduce traduire traduzir übersetzen convertir convertit converter 변환 번역',
  },
  {
    verb: 'create',
    forms:
      '创建 新建 建立 创立 添加 新增 增加 插入 保存 写入 作成 追加 登録 生成する crear crea agregar agrega añadir añade créer crée ajouter ajoute criar cria adicionar adiciona erstellen erstellt anlegen legt hinzufügen fügt speichern speichert guardar guarda enregistrer enregistre salvar salva insertar inserir создать создает создаёт добавить 생성 추가 저장 기록 작성 등록 만들 만듭 삽입',
  },
  {
    verb: 'update',
    forms:
      '更新 修改 编辑 设置 变更 調整 调整 重命名 移动 編集 変更 設定 actualizar actualiza modificar modifica editar edita mettre modifier modifie atualizar atualiza alterar altera definir define aktualisieren aktualisiert ändern ändert bearbeiten setzt setzen cambiar cambia mover mueve обновить изменить обновляет 수정 업데이트 설정 변경 편집 갱신 이동 활성화',
  },
  {
    verb: 'send',
    forms:
      '发送 发布 推送 回复 通知 上传 送信 投稿 enviar envía envia publicar publica envoyer envoie publier senden sendet verschickt veröffentlichen подать отправить отправляет 전송 보내 보냅 발송 게시 업로드 공유',
  },
  {
    verb: 'execute',
    forms:
      '执行 运行 跳过 重试 编译 回滚 启动 停止 部署 调用 触发 重启 暂停 実行 起動 再起動 デプロイ 呼び出 ejecutar ejecuta exécuter exécute executar executa ausführen führt starten startet stoppt iniciar inicia démarrer démarre arrêter detener detiene lanzar lanza lancer lance выполнить запустить выполняет 실행 시작 중지 정지 종료 배포 설치 호출',
  },
  { verb: 'click', forms: '点击 单击 クリック 输入文本 拖拽 滑动 클릭' },
  {
    verb: 'delete',
    forms:
      '删除 清空 销毁 移除 清除 卸载 丢弃 删掉 削除 消去 クリア eliminar elimina borrar borra suprimir suprime supprimer supprime effacer efface excluir exclui apagar apaga remover remove deletar löschen löscht entfernen entfernt удалить удаляет 삭제 제거 지웁 비웁',
  },
  {
    verb: 'revoke',
    forms:
      '撤销 注销 吊销 登出 退出登录 取り消 revocar revoca révoquer révoque revogar revoga widerrufen widerruft отозвать',
  },
  { verb: 'cancel', forms: '取消 キャンセル cancelar cancela annuler annule stornieren storniert отменить 취소' },
  {
    verb: 'pay',
    forms:
      '支付 付款 退款 下单 转账 购买 充值 提现 支払 購入 送金 返金 pagar paga payer paie bezahlen bezahlt comprar compra acheter kaufen kauft transferir transferiere reembolsar rembourser оплатить купить 결제 구매',
  },
  {
    verb: 'generate',
    forms: '生成 generar genera générer génère gerar gera generieren generiert erzeugen erzeugt сгенерировать',
  },
  { verb: 'rebuild', forms: '重建 重新生成 再生成 再構築 재생성 재구축' },
  { verb: 'connect', forms: '连接到 连接至 接続します 接続する 連接到 연결합니다' },
  { verb: 'login', forms: '登录 登陆 ログイン iniciar-sesión anmelden' },
  { verb: 'register', forms: '注册 登记' },
  { verb: 'attach', forms: '绑定 关联' },
  { verb: 'copy', forms: '复制 克隆 拷贝 複製' },
  { verb: 'upload', forms: 'アップロード' },
  {
    verb: 'mark',
    forms: '标记为 标为 设为 既読に 未読に 批准 拒绝 归档 启用 禁用 收藏 点赞 承認しま 却下しま 拒否しま アーカイブ',
  },
  { verb: 'invite', forms: '邀请 授权 分享给 招待しま 共有しま' },
];

const latin = new Map<string, string>();
const cjk: [string, string][] = [];
for (const { verb, forms } of rows) {
  for (const form of words(forms)) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(form)) cjk.push([form, verb]);
    else if (!latin.has(form)) latin.set(form, verb);
  }
}
cjk.sort((a, b) => b[0].length - a[0].length);

/** English has these words too; there they are no verb of another language. */
const english = new Set(words('lit lee lê remove salva define mover importer exporter converter mode analyser'));

export const foreignVerb = (word: string): string | undefined => latin.get(word);
export const isAlsoEnglish = (word: string): boolean => english.has(word);

/** `触发词`: words that call the tool. */
const triggers = /^(?:词|条件|场景|器|关键)/u;
/** `收藏列表`, `绑定关系`: of these, what is known of them. */
const nouns =
  /^(?:注册|登记|绑定|关联|复制|克隆|收藏|点赞|授权|启用|归档)(?:列表|记录|历史|数|量|者|人|表|商|关系|信息|状态|类型|码|的)/u;
/** `저장된 노트`: what was done to it before. */
const participle = /^(?:된|되는|한(?!다)|할|했던)/u;
const negation = /(?:不会|不|无需|未|没有|禁止|勿|已|已被|せず|ない)$/u;

const cjkNouns: readonly (readonly [string, string])[] = [
  ['数据库', 'database'],
  ['資料庫', 'database'],
  ['订单', 'order'],
  ['訂單', 'order'],
  ['注文', 'order'],
  ['发票', 'invoice'],
  ['請求書', 'invoice'],
  ['付款', 'payment'],
  ['キャッシュ', 'cache'],
  ['缓存', 'cache'],
  ['标签', 'tag'],
  ['会议', 'meeting'],
  ['会議', 'meeting'],
  ['订阅', 'subscription'],
  ['图片', 'image'],
  ['图像', 'image'],
  ['画像', 'image'],
  ['视频', 'video'],
  ['動画', 'video'],
  ['代码', 'code'],
  ['脚本', 'script'],
  ['知识库', 'knowledge-base'],
  ['向量嵌入', 'embedding'],
  ['嵌入向量', 'embedding'],
  ['埋め込み', 'embedding'],
  ['임베딩', 'embedding'],
  ['命令', 'command'],
  ['コマンド', 'command'],
  ['任务', 'task'],
  ['密码', 'password'],
  ['パスワード', 'password'],
];

const latinNouns = new Map<string, string>();
for (const [english, forms] of [
  ['order', 'pedido pedidos commande commandes bestellung bestellungen encomenda'],
  ['invoice', 'factura facturas fatura faturas facture factures rechnung rechnungen'],
  ['payment', 'pago pagos pagamento pagamentos paiement zahlung zahlungen'],
  ['subscription', 'suscripción assinatura abonnement'],
  ['image', 'imagen imagem imagens bild bilder'],
  ['cache', 'caché'],
  ['label', 'etiqueta etiquetas étiquette etikett'],
  ['meeting', 'reunión reunião réunion besprechung termin cita'],
  ['password', 'contraseña senha passwort'],
  ['command', 'comando befehl'],
  ['code', 'código'],
] as const)
  for (const form of words(forms)) latinNouns.set(form, english);

/** The English name of a thing in Spanish, Portuguese, French or German, where a rule asks for it. */
export const latinThing = (word: string): string => latinNouns.get(word) ?? word;

/** English names of the things that a Chinese or Japanese sentence speaks of, where a rule asks for them. */
export const cjkThings = (sentence: string): string[] =>
  cjkNouns.filter(([noun]) => sentence.includes(noun)).map(([, english]) => english);

export type ForeignHit = { verb: string; start: number; end: number };

/** The verbs in a Chinese, Japanese or Korean sentence, in order; none that is negated. */
export function cjkVerbs(sentence: string): ForeignHit[] {
  const hits: ForeignHit[] = [];
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sentence)) return hits;
  for (let at = 0; at < sentence.length && hits.length < 8; at += 1) {
    const found = cjk.find(([form]) => sentence.startsWith(form, at));
    if (!found) continue;
    if (
      !triggers.test(sentence.slice(at + found[0].length, at + found[0].length + 2)) &&
      !nouns.test(sentence.slice(at, at + 6)) &&
      !participle.test(sentence.slice(at + found[0].length, at + found[0].length + 2)) &&
      !negation.test(sentence.slice(Math.max(0, at - 3), at))
    )
      hits.push({ verb: found[1], start: at, end: at + found[0].length });
    at += found[0].length - 1;
  }
  return hits;
}
