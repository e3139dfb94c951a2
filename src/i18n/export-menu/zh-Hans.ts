import type { ExportMessages } from './types.js';

export const messages: ExportMessages = {
  locale: 'zh-Hans',
  title: '下载数据和结果',
  formats: {
    pptx: { name: 'PPT 幻灯片', text: '开会用的十页：先猜、看结果、谈原因、定三件事；图可以在 WPS 和 PowerPoint 里改' },
    docx: { name: 'Word 报告', text: '图、表和文字齐全，可以接着写' },
    png: { name: '图片（PNG）', text: '每张图一个文件，打成一个压缩包' },
    xlsx: { name: 'Excel 表格', text: '一个文件，几张表；WPS 和 Excel 都能打开' },
    csv: { name: 'CSV', text: '纯文本表格，打成一个压缩包' },
    r: { name: 'R', text: '数据和脚本：加好标签，重算一遍主要结果' },
    spss: { name: 'SPSS', text: '数据和语法文件：加好标签和缺失值，重算变化指数' },
    stata: { name: 'Stata', text: '数据和 do 文件：加好标签和缺失值，重算变化指数' },
    codebook: { name: '变量说明（DDI）', text: '交给数据档案馆用的 XML 文件' },
    json: { name: '结果文件', text: 'results.json，给 Canyu 的图表读取；公开之前请先做成公布版' },
    zip: { name: '全部打包', text: '以上各样都在里面，附每个文件的校验值' },
  },
  aggregates: '下载的文件里只有汇总的数字，没有个人的回答。',
  personTitle: '里面有每个人的回答',
  personText:
    '没有姓名，没有对号用的记号，日期只到周。可是工作人员人少，上了年纪的居民也许整个社区只有几位，知道底细的人仍可能认出来。只交给做评估的人，不要转发，不要放到网上。',
  noPersons: '这里显示的是公布的结果，里面没有个人的回答，所以只能下载汇总的数字。',
  unread: (count) => `有 ${count} 份答卷在这台设备上读不出来，没有算在里面。`,
  preparing: (name) => `正在准备${name}…`,
  writing: (name, done, total) => `正在写${name}：${done} / ${total} 行`,
  drawing: (name, done, total) => `正在做${name}：画好 ${done} / ${total} 张图`,
  stop: '停止',
  stopped: '已停止，没有下载。',
  done: (file, size) => `${file}（${size}）已交给浏览器下载。`,
  failedTitle: '文件没有做成',
  failedText: '请再点一次；还是不行，就换一种格式，或者关掉别的网页再试。原来的答卷没有受影响。',
  officeMissing:
    'PPT 和 Word 要用到 office.js 这个文件，没有加载成功。请检查网络再点一次；还是不行，请网页编辑把 office.js 放到 canyu.js 旁边。别的格式不受影响。',
  noMaterial: '材料文件没有读到，所以没有做。请再点一次；还是不行，请网页编辑核对 material 里的地址。',
  leftOut: (count) => `材料里有 ${count} 处读不懂，没有写进去。`,
  code: (code) => `代码：${code}`,
};
