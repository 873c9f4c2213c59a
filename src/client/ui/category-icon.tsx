/** The picture of a point's type, found by the words of its name, so that an office's own types get one too. */
import './category-icon.css';
import { Icon, type IconName } from './icon.tsx';

/** The first line whose word the name holds decides: the narrower word stands first. */
const BY_WORD: readonly (readonly [RegExp, IconName])[] = [
  [/公交站台|公交车|公交/, 'bus'],
  [/出租/, 'taxi'],
  [/客运/, 'bus'],
  [/火车/, 'train'],
  [/路口/, 'crossing'],
  [/校园周边/, 'school'],
  [/商业大街|步行街/, 'shop'],
  [/主干道|次干道|背街|小巷|道路/, 'road'],
  [/广场/, 'square'],
  [/公园/, 'tree'],
  [/景区|景点/, 'mountain'],
  [/居民小区|小区/, 'building'],
  [/社区|居委会/, 'people'],
  [/农贸|集贸/, 'market'],
  [/商场|超市/, 'shop'],
  [/餐饮/, 'food'],
  [/宾馆|饭店/, 'hotel'],
  [/政务/, 'hall'],
  [/银行/, 'bank'],
  [/通信|水电/, 'bolt'],
  [/医院/, 'hospital'],
  [/学校/, 'school'],
  [/图书馆|文化设施/, 'book'],
  [/体育/, 'sport'],
  [/影剧院/, 'screen'],
  [/网吧|娱乐/, 'screen'],
  [/工地/, 'crane'],
  [/厕所/, 'toilet'],
  [/城乡结合/, 'village'],
  [/文明实践/, 'flag'],
  [/文化站/, 'book'],
  [/养老|福利/, 'heart'],
  [/行政村|乡镇/, 'village'],
  [/爱国主义/, 'star'],
  [/心理|青少年/, 'heart'],
  [/垃圾/, 'bin'],
];

export function categoryIcon(categoryName: string): IconName {
  return BY_WORD.find(([word]) => word.test(categoryName))?.[1] ?? 'pin';
}

/** In its 40 well. `category` is the type's name, e.g. 居民小区. */
export function CategoryIcon(props: { readonly category: string; readonly large?: boolean }) {
  return (
    <span class={`well${props.large ? ' well-large' : ''}`}>
      <Icon name={categoryIcon(props.category)} size={props.large ? 28 : 24} />
    </span>
  );
}
