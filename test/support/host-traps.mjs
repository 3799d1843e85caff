/*
 * Style sheets that no package has: written after what systems and portals of communes put into their pages, and what
 * plug-ins, hurried mending and old advice leave there. The worst that can be thought of is in `test/ui/host-styles.test.ts`.
 */
export const TRAPS = {
  'a root of 62.5 %': 'html{font-size:62.5%} body{font-size:1.4rem;line-height:1.42857}',
  'a root of 10 pixels, all in pixels':
    'html{font-size:10px!important} body,td,th,div,p,span,a{font:11px/13px Tahoma,Verdana,Arial,sans-serif}',
  'boxes of old, insisted on':
    '*,*::before,*::after{box-sizing:content-box!important;margin:0;padding:0;border:0;outline:0}',
  'everything glides': '*,*::before,*::after{transition:all .4s ease-in-out!important}',
  'everything comes in sliding':
    '@keyframes in{from{opacity:0;transform:translateX(-40px)}to{opacity:1;transform:none}} body *{animation:in .6s both}',
  'one typeface for all, insisted on':
    "body *:not(i):not(.fa){font-family:'Times New Roman',Times,serif!important;font-size:13px!important}",
  'links and buttons, insisted on':
    'a,button,input,select,.button,.primary{color:#fff!important;background:#c00!important;font-size:10px!important;height:18px!important;line-height:18px!important;padding:0 2px!important;border:0!important;min-width:0!important;min-height:0!important}',
  'what is empty is hidden': 'div:empty,p:empty,span:empty,:empty:not(input,img,br){display:none!important}',
  'what is not defined is hidden': ':not(:defined){display:none!important}',
  'lines without height, insisted on': '*{line-height:1!important}',
  'a zoomed page': 'body{zoom:1.1}',
  'capitals, spaced out':
    'body{text-transform:uppercase;letter-spacing:.15em;word-spacing:.3em;font-variant:small-caps}',
  'right to left': 'html,body{direction:rtl;text-align:right}',
  'colours handed down, insisted on':
    'body{color:#eee;background:#111}*{color:inherit!important;background:transparent!important}',
  'a dark page':
    'html{color-scheme:dark}body{background:#0b1020;color:#dfe7ff}a{color:#8ab4ff}button,input{background:#222;color:#fff;border:1px solid #555}',
  'yellow on black for those who see badly':
    '*{background-color:#000!important;color:#ff0!important;border-color:#ff0!important;box-shadow:none!important;text-shadow:none!important}',
  'a country in mourning': 'html{filter:grayscale(100%);-webkit-filter:grayscale(100%)}',
  'copying forbidden':
    '*{-webkit-user-select:none!important;user-select:none!important;-webkit-touch-callout:none}body{cursor:default}::selection{background:transparent}',
  'drawn by the graphics card, as advised in 2012':
    '*{-webkit-transform:translateZ(0);transform:translateZ(0);-webkit-backface-visibility:hidden;backface-visibility:hidden;-webkit-font-smoothing:antialiased}',
  'floating columns': 'div,section{float:left;width:100%}section>*{float:left;width:100%;position:relative}',
  'centred, cut and never broken':
    '#page,#page *{text-align:center;white-space:nowrap;text-overflow:ellipsis;overflow-wrap:normal;word-break:keep-all;hyphens:none;text-indent:2em}',
  WordPress:
    ':where(.wp-site-blocks *:focus){outline-width:2px}.entry-content>*{margin:1.5em auto;max-width:58rem;font-size:1.8rem}html{font-size:62.5%}body{-webkit-font-smoothing:antialiased;font:1.8rem/1.5 "Inter var",-apple-system,sans-serif}button,input,optgroup,select,textarea{font-family:inherit;line-height:1;margin:0}button,.button,input[type=submit],.wp-block-button__link{background:#cd2653;border:none;color:#fff;font-size:1.5rem;font-weight:600;letter-spacing:.0333em;line-height:1.25;padding:1.1em 1.44em;text-transform:uppercase;transition:opacity .15s linear}input[type=text],input[type=search],select,textarea{background:#fff;border:.1rem solid #dcd7ca;border-radius:0;padding:1.5rem 1.8rem;width:100%}svg{fill:currentColor}ul,ol{margin:0 0 3rem 3rem}li{line-height:1.5;margin:.5rem 0 0 2rem}h2{margin:6rem auto 3rem;font-size:4.8rem;letter-spacing:-.0277em}a{color:#cd2653}',
  Joomla:
    'body{font:13px/18px "Helvetica Neue",Helvetica,Arial,sans-serif;color:#333}input,button,select,textarea{font:13px/18px inherit;margin:0}select,input[type=text],input[type=search]{display:inline-block;height:18px;padding:4px 6px;margin-bottom:9px;font-size:13px;line-height:18px;width:206px;color:#555}label{display:block;margin-bottom:5px}.btn,button{padding:4px 12px;background-image:linear-gradient(#fff,#e6e6e6);text-shadow:0 1px 1px rgba(255,255,255,.75)}legend{font-size:19.5px;line-height:36px;border-bottom:1px solid #e5e5e5}details,summary{display:block}.hidden,.hide{display:none!important;visibility:hidden!important}.icon{width:14px;height:14px;line-height:14px;background-position:14px 14px}',
  DNN: 'body,.Normal{font:normal 12px Tahoma,Arial,Helvetica;color:#000}h1,h2,h3,h4,h5,h6{font-family:Tahoma;color:#666644;font-weight:normal;letter-spacing:-1px}ul li{list-style-type:square;margin:0 0 0 30px}div{text-align:left}table{border-collapse:separate;font-size:11px}input[type=text],textarea,select{font:11px Tahoma;width:150px}.dnnForm *{box-sizing:content-box}form{width:100%;margin:0}a:link,a:visited{color:#003366;text-decoration:none}a:hover{color:red}dl,dt,dd{float:left}',
  SharePoint:
    '#s4-workspace{overflow:auto}body{font:13px "Segoe UI",Segoe,Tahoma,Helvetica,Arial,sans-serif;color:#444;overflow:hidden}input[type=button],input[type=submit],button{min-width:6em;padding:7px 10px;border:1px solid #ababab;background-color:#fdfdfd;margin-left:10px;font-size:11px;color:#444;line-height:normal}h1,h2,h3{font-weight:300;color:#262626;font-size:1.46em}table{font-size:1em;border-spacing:0}ul{list-style:disc}.ms-core-overlay,#page{color:#444!important}.ms-hide,[hidden]{display:none}a{color:#0072c6;text-decoration:none}a:hover{text-decoration:underline}:focus{outline:none}',
  Liferay:
    'html{font-size:16px}.aui *{box-sizing:border-box}.aui body,body{font:300 14px/1.5 "Source Sans Pro",sans-serif;color:#272833;-moz-osx-font-smoothing:grayscale}#page .portlet-body *{max-width:100%}button{cursor:pointer;background:none;border:0;padding:0;text-align:inherit}.hide,.hidden{display:none!important}svg{width:1em;height:1em;overflow:hidden;vertical-align:-.0625em}label{font-weight:600;font-size:.875rem}legend{display:none}fieldset{border:0;padding:0;min-width:0}[role=button]{cursor:pointer}',
  'a portal of 2008':
    'body{margin:0;font:11px Arial;color:#000080;background:#fff}#page{width:100%;overflow:hidden}#page div{line-height:14px}table td{font-size:11px}a{color:#00f;font-weight:bold}input,select,button{font-size:10px;height:16px;width:90px;border:1px inset #ccc}img,svg{border:0;max-width:150px}h2,h3{font-size:12px;text-transform:uppercase;background:#c00;color:#ff0}ul{list-style:none;padding:0}li{float:left;display:inline}',
  'no ring, no marks, no lists':
    '*:focus,*:focus-visible{outline:0!important;box-shadow:none!important}ul,ol,li,dl,dd{list-style:none!important;margin:0!important;padding:0!important;display:block!important}mark{all:unset}',
};
