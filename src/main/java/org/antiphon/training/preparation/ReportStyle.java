package org.antiphon.training.preparation;

/** How the report looks. */
final class ReportStyle {

    static final String CSS = """
            :root{color-scheme:light dark;--ink:#16202b;--paper:#fbfaf7;--line:#d9d5cb;--soft:#5b6470;--sight:#0b6e6e;--sound:#b5482a}
            @media(prefers-color-scheme:dark){:root{--ink:#e8e6e0;--paper:#12161c;--line:#343b46;--soft:#a3abb6;--sight:#58c9c0;
            --sound:#ff9a76}}
            *{box-sizing:border-box}body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);
            max-width:75rem;margin:0 auto;padding:1.5rem 1rem 4rem;font-variant-numeric:tabular-nums}
            h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0}h2{font-size:1.2rem;margin:2.5rem 0 .5rem}p{max-width:44rem}
            .scroll{overflow-x:auto}table{border-collapse:collapse}th,td{padding:.3rem .75rem .3rem 0;text-align:right;
            border-bottom:1px solid var(--line);vertical-align:top}th:first-child,td:first-child{text-align:left}
            td{white-space:nowrap}.words td{white-space:normal;text-align:left;overflow-wrap:anywhere}.words td:first-child{min-width:8rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem}dd{margin:0;overflow-wrap:anywhere}
            dt{color:var(--soft)}.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 2rem}
            svg{display:block;width:100%;height:auto;overflow:visible}.bar{fill:var(--sound)}.axis{stroke:var(--line)}text{fill:var(--soft);
            font:12px system-ui,sans-serif}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:1rem}
            .wide{grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr))}figure{margin:0}
            .picture{position:relative}.picture img{display:block;width:100%;height:auto}.picture svg{position:absolute;inset:0;
            width:100%;height:100%}figcaption{font-size:.85rem;line-height:1.35;margin-top:.3rem;overflow-wrap:anywhere}
            figcaption span{color:var(--soft)}.bone{stroke:#fff;stroke-width:.8;opacity:.9}.joint{fill:#ff9a76}
            .box{fill:none;stroke:#ffd23f;stroke-width:3}.name{fill:#ffd23f;font:bold 18px system-ui,sans-serif;
            paint-order:stroke;stroke:#000;stroke-width:3px}summary{cursor:pointer;min-height:44px;line-height:44px}
            ul{padding-left:1.2rem}li{overflow-wrap:anywhere}
            @media(max-width:40rem){body{padding-top:1rem}.words,.words tbody,.words tr,.words td{display:block}
            .words tr{padding:.5rem 0;border-bottom:1px solid var(--line)}.words td{border:0;padding:0}
            .words td:first-child{font-weight:600}.scroll table{font-size:.85rem}.scroll th,.scroll td{padding-right:.5rem}
            text{font-size:17px}.name{font-size:30px}.grid{gap:.75rem}dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .5rem}}
            """;

    private ReportStyle() {}
}
