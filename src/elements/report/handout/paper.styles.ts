import { css, type CSSResult } from 'lit';

/** The place of the handout on A4, and the steps in which its type becomes smaller (fit-sheet.ts). */
export const paperStyles: CSSResult = css`
  .handout.paper {
    --pt: 8.4pt;
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: 192mm;
    block-size: 280mm;
    margin: 9mm auto;
    outline: 1px solid var(--rule);
    outline-offset: 8mm;
    line-height: 1.36;
    overflow: hidden;
  }
  .handout.paper.both {
    --pt: 7.3pt;
    line-height: 1.28;
  }
  .handout.paper.roomy {
    --pt: 9.1pt;
    line-height: 1.4;
  }
  .handout.paper.both.roomy {
    --pt: 7.8pt;
    line-height: 1.34;
  }
  .handout.paper.closer {
    --pt: 7.8pt;
  }
  .handout.paper.closest {
    --pt: 7.2pt;
    line-height: 1.3;
  }
  .handout.paper.tightest {
    --pt: 6.8pt;
    line-height: 1.24;
  }
  .handout.paper.both.tightest {
    --pt: 5.9pt;
    line-height: 1.2;
  }
  .handout.paper.both.closer {
    --pt: 6.8pt;
  }
  .handout.paper.both.closest {
    --pt: 6.3pt;
    line-height: 1.22;
  }
`;
