/** What goes wrong at the edge: a closed list of machine codes, each with its sentence. */
import * as z from 'zod/mini';

/** The one status that a tablet goes by; by itself, so that the first load carries no sentences. */
export const UPGRADE_NEEDED = 426;

export const FAILURES = {
  'bad-request': [400, '请求的格式不对，服务器没有处理'],
  'bad-json': [400, '请求内容不是完整的数据，服务器没有处理'],
  'bad-credentials': [401, '账号或密码不对'],
  'not-signed-in': [401, '请先登录'],
  'account-disabled': [403, '账号已停用，请联系管理员'],
  'not-permitted': [403, '您的角色不能做这件事'],
  'client-not-yours': [403, '这份离线数据属于另一个人，没有上传'],
  'parcel-unsealed': [403, '离线包上没有本单位发给那台设备的印记，请由本人登录后导入'],
  'signer-revoked': [403, '这台设备的签名密钥已被注销，通知书改由服务器入账时签名'],
  'foreign-origin': [403, '请求来自其他网站，已拒绝'],
  'not-found': [404, '没有这个地址或内容'],
  // Nobody is told whether such a notice is there.
  'reply-unknown': [
    401,
    '这个反馈入口不对或不完整，请重新扫通知书上的二维码，或向督查单位要新的链接',
  ],
  'reply-unbooked': [409, '这份通知书刚签发，还没有传到服务器，请过一会儿再打开'],
  'reply-over': [409, '这份通知书的问题都已办结，不用再反馈'],
  'reply-refused': [409, '没有被接受'],
  'files-enough': [409, '已上传、还没有用到的文件太多，请先提交反馈'],
  conflict: [409, '内容已被别人改过，请刷新后重试'],
  'receipt-moot': [409, '这一条现在不能按回执办，可以选不采用'],
  'signers-enough': [409, '这台设备登记过的签名密钥太多，通知书改由服务器入账时签名'],
  'views-enough': [409, '最多保存 30 个常用视图，请先删除不用的'],
  'font-enough': [409, '这一类已有 8 个字体在用，请先停用不用的'],
  'set-up-done': [409, '管理员已经建立，这个链接已失效'],
  'reply-voided': [410, '这份通知书已经作废，不用再按它办理'],
  'reply-revoked': [410, '这个反馈入口已被撤销，请向督查单位要新的链接'],
  'reply-closed': [410, '这份通知书已经办结，反馈入口已关闭'],
  'too-large': [413, '内容太大，服务器没有处理'],
  'wrong-type': [415, '内容类型不对，服务器没有处理'],
  'photo-not-image': [415, '这不是 JPEG 照片，服务器没有保存'],
  'file-kind': [415, '只收 PDF、Word、Excel、JPG、PNG 文件，且不能带宏，这个文件没有保存'],
  'font-not-font': [415, '这不是 TTF 字体文件，没有保存'],
  'font-collection': [415, '这是字体合集（TTC），请从中取出单个 TTF 字体后再上传'],
  'font-outlines': [415, '这个字体是 OTF（CFF 轮廓），不能用来制作公文，请换用同名的 TTF 字体'],
  'font-damaged': [422, '字体文件不完整或已损坏，没有保存'],
  'font-restricted': [422, '这个字体声明不允许嵌入文档，不能用来制作公文'],
  'font-unlicensed': [422, '没有声明本单位已取得该字体的使用授权，没有保存'],
  'hook-address': [422, '外发地址要以 http:// 或 https:// 开头，里面不能带账号密码'],
  'hook-unset': [422, '先填好外发地址并生成密钥，再打开'],
  'push-closed': [409, '本单位没有开放网页推送，请联系管理员'],
  'push-unknown': [422, '这个浏览器的推送服务不在认可的范围内，没有登记'],
  'signer-unproved': [422, '没有证明持有这个签名密钥，服务器没有认证'],
  'photo-hash-wrong': [422, '照片内容与校验值不一致，请重新上传'],
  'parcel-other-office': [422, '这个离线包属于另一个单位，没有导入'],
  'import-refused': [422, '导入的内容有错，一行也没有写入'],
  'upgrade-needed': [UPGRADE_NEEDED, '本机程序版本太旧，请联网更新后再同步，本机内容都在'],
  'export-busy': [429, '正在写的导出太多，请等一个写完再试'],
  'too-many-attempts': [429, '尝试次数太多，请稍后再试'],
  'headers-too-large': [431, '请求头太大，服务器没有处理'],
  'server-error': [500, '服务器出错，内容没有丢，请稍后重试'],
  'tiles-unreachable': [502, '底图服务器没有给出图片，没有底图也可用'],
  'disk-full': [507, '服务器磁盘已满，没有保存，请联系管理员'],
} as const satisfies Record<string, readonly [number, string]>;

export type FailureCode = keyof typeof FAILURES;

/** The body of every answer that is not a success. */
export const FailureBody = z.object({
  code: z.string(),
  message: z.string(),
  /** Seconds to wait, with `too-many-attempts`. */
  retryAfter: z.optional(z.int()),
  /** The lines at fault, with `import-refused`; line 1 is the header. */
  lines: z.optional(z.array(z.object({ line: z.int(), reason: z.string() }))),
});
export type FailureBody = z.infer<typeof FailureBody>;
