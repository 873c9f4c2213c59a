/** How Word is to treat the file: outside page numbers, and the grid as the office's own papers have it. */
import { WORD } from './faces.ts';

/** `w:settings`; punctuation is never pressed together, or lines would hold more than 28 letters. */
export function settingsXml(): string {
  return (
    `<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>` +
    '<w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="579"/>' +
    '<w:characterSpacingControl w:val="doNotCompress"/>' +
    '<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>' +
    '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>' +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}
