// The part of the file that is the same for every résumé. It lays lines out as the layout engine does: a line is a box of its leading
// with the baseline at three quarters, gaps are sixteenths of the body's line height, and between two lines the larger gap counts.
#include "backend/latex/preamble.hpp"

namespace resumec::backend::latex {

std::string_view machinery() {
  return R"tex(
\makeatletter
% ---- measures, and the gap that waits for the next line
\newdimen\resume@body \newdimen\resume@grid \newdimen\resume@left \newdimen\resume@depth
\newdimen\resume@room \newdimen\resume@numberroom \newdimen\resume@labelroom \newdimen\resume@down
\newcount\resume@gap \newcount\resume@lead \newcount\resume@nesting
\newif\ifresume@keep \newif\ifresume@any \newif\ifresume@started \newif\ifresume@joined
\newif\ifresume@inside \newif\ifresume@firstitem \newif\ifresume@first
\newif\ifresume@bodydone \newif\ifresume@holds
\resume@body=\resumefontsize\relax
\resume@grid=\resumelineheight\relax \divide\resume@grid by 16
\resume@lead=16
\let\resume@marker\@empty
\let\resume@pending\@empty
\def\resume@lastgap{0}
\newcommand\resumegap[1]{\ifnum#1>\resume@gap \global\resume@gap=#1\relax\fi}
\newcount\resume@wish
\newcommand\resumebreak[1]{\global\resume@wish=\@nameuse{resume@break@#1}\relax}
\def\resume@break@avoid{500}\def\resume@break@prefer{-300}\def\resume@break@force{-10000}
\newcommand\resumegapafter[1]{\def\resume@below{#1}}
\let\resume@below\@empty

% ---- styles
\newcommand\resumestyle[1]{\@nameuse{resume@style@#1}}
\newcommand\resumesize[1]{%
  \dimen@=#1\resume@body \edef\resume@next{{\the\dimen@}{\the\resume@grid}}%
  \expandafter\fontsize\resume@next\selectfont}
\newcommand\resumealign[1]{\def\resume@align{#1}}
\newcommand\resumeleading[1]{\resume@lead=#1\relax}
\newcommand\resumeindentby[1]{\advance\resume@left by #1\resume@body}
\newcommand\resumetracking[1]{%
  \ifPDFTeX\lsstyle\else\dimen@=#1pt\divide\dimen@ by 10
    \edef\resume@next{\noexpand\addfontfeatures{LetterSpace=\strip@pt\dimen@}}\resume@next\fi}
% A style inside a line: its font and colour, not its place.
\newcommand\resume@inline[1]{%
  \let\resumegap\@gobble \let\resumegapafter\@gobble \let\resumealign\@gobble
  \let\resumeleading\@gobble \let\resumeindentby\@gobble \resumestyle{#1}}
\newcommand\resumewithstyle[2]{%
  \sbox\z@{\let\newline\space\resume@fresh#2}%
  \ifdim\wd\z@>\z@ \resume@put{{\resume@inline{#1}\resume@fresh#2}}\fi}

% ---- lines and paragraphs
\setlength\parindent{0pt}
\setlength\parskip{2\resume@grid}
\setlength\topskip{0pt}
\lineskiplimit=-\maxdimen
\emergencystretch=3em
\clubpenalty=10000 \widowpenalty=10000 \displaywidowpenalty=10000
\raggedbottom
\resumealign{justify}
\newcommand\resume@place{%
  \baselineskip=\resume@lead\resume@grid \parfillskip=0pt plus 1fil
  \leftskip=\resume@left \rightskip=0pt \@nameuse{resume@align@\resume@align}}
\let\resume@align@justify\@empty
\def\resume@align@left{\rightskip=0pt plus 1fil }
\def\resume@align@center{%
  \leftskip=\resume@left plus 1fil \rightskip=0pt plus 1fil \parfillskip=0pt }
\def\resume@align@right{\leftskip=\resume@left plus 1fil \parfillskip=0pt }
\newcount\resume@up
\def\resume@measure{\resume@up=\resume@lead \multiply\resume@up by 3 \divide\resume@up by 4 }
\def\resume@strut{%
  \resume@measure
  \vrule width 0pt height \resume@up\resume@grid
    depth \dimexpr\resume@lead\resume@grid-\resume@up\resume@grid\relax}
% The room below the last baseline, a place for a page break, the gap.
\def\resume@flushgap{%
  \par
  \ifdim\prevdepth>-999pt \kern\dimexpr\resume@depth-\prevdepth\relax \fi
  \penalty\ifresume@keep 10000 \else \resume@wish \fi
  \global\resume@wish=0
  \vskip\dimexpr\resume@grid*\resume@gap-\parskip\relax
  \nointerlineskip
  \global\resume@gap=0 \global\resume@keepfalse \global\resume@startedtrue
  \resume@measure
  \global\resume@depth=\dimexpr\resume@lead\resume@grid-\resume@up\resume@grid\relax}
\newcommand\resume@start{\resume@flushgap\resume@place\noindent\resume@putmarker}
\def\resume@putmarker{%
  \ifx\resume@marker\@empty\else
    \llap{\resume@marker}\global\let\resume@marker\@empty
  \fi}
% Bullets stand in the middle of their room, numbers at its end.
\newcommand\resume@bullet[1]{\hb@xt@\resume@room{\hss{#1}\hss}}
\newcommand\resume@number[1]{%
  \hb@xt@\resume@room{%
    \ifdim\resume@numberroom>\z@ \hb@xt@\resume@numberroom{\hss{#1}\space}\hss
    \else\hss{#1}\space\fi}}
\define@key{resume:line}{style}{\def\resume@linestyle{#1}}
\define@key{resume:line}{left}{\def\resume@linestyle{#1}}
\define@key{resume:line}{right}{\def\resume@rightstyle{#1}}
\define@key{resume:line}{above}{\def\resume@linegap{#1}}
\define@key{resume:line}{below}{\def\resume@linebelow{#1}}
\define@key{resume:line}{keep}[]{\let\resume@after\resume@keep}
\define@key{resume:line}{close}[]{\global\resume@keeptrue}
\define@key{resume:line}{bookmark}[]{\let\resume@mark\resume@bookmark}
\define@key{resume:line}{marker}{\def\resumebullet{#1}}
\define@key{resume:line}{nested-marker}{\def\resumesubbullet{#1}}
\def\resume@keep{\global\resume@keeptrue}
\def\resume@options#1{%
  \def\resume@linestyle{}\def\resume@rightstyle{}\def\resume@linegap{0}%
  \let\resume@below\@empty \let\resume@linebelow\@empty
  \let\resume@after\@empty \let\resume@mark\@empty \setkeys{resume:line}{#1}}
\def\resume@gapbelow{%
  \ifx\resume@linebelow\@empty\let\resume@linebelow\resume@below\fi
  \ifx\resume@linebelow\@empty\else\resumegap{\resume@linebelow}\fi}
\def\resume@finish{\par\resume@after\resume@gapbelow}
\def\resume@styled#1{\ifx#1\@empty\else\expandafter\resumestyle\expandafter{#1}\fi}
\def\resume@fresh{\resume@anyfalse\let\resume@pending\@empty}
% \resumeline[style=…,above=…,below=…,keep]{…}: a line or paragraph, nothing if it is empty.
\newcommand\resumeline[2][]{%
  \ifresume@joined \resume@join{#2}\else
    \sbox\z@{\let\newline\space\resume@fresh#2}%
    \ifdim\wd\z@>\z@
      {\resume@options{#1}\resume@styled\resume@linestyle \resumegap{\resume@linegap}%
       \resume@start\resume@mark\resume@fresh#2\resume@finish}%
    \fi
  \fi}
% \resumerow[left=…,right=…,keep]{…}{…}: the left cell wraps, the right one is flush right.
\newcommand\resumerow[3][]{%
  \begingroup
  \resume@options{#1}%
  \sbox\z@{\resume@inlinestyled\resume@linestyle\let\newline\space\resume@fresh#2}%
  \sbox\tw@{\resume@inlinestyled\resume@rightstyle\let\newline\space\resume@fresh#3}%
  \ifdim\dimexpr\wd\z@+\wd\tw@\relax>\z@
    \resume@styled\resume@linestyle \resumegap{\resume@linegap}%
    \resumealign{left}%
    \ifdim\wd\z@>\z@
      \dimen@=\dimexpr\hsize-\resume@left-\wd\tw@-\resume@body\relax
      \ifdim\wd\tw@=\z@ \resume@start\resume@fresh#2%
      \else\ifdim\wd\z@>\dimen@ \resume@longrow{#2}%
      \else
        \resume@start
        \hb@xt@\dimexpr\hsize-\resume@left\relax{\unhbox\z@\hfil\unhbox\tw@}%
      \fi\fi
    \else
      \resumealign{right}\resume@start\unhbox\tw@
    \fi
    \resume@finish
  \fi
  \endgroup}
% A left cell of several lines: only its first line is short.
\def\resume@longrow#1{%
  \resume@start
  \setbox4\vtop{%
    \hsize=\dimexpr\hsize-\resume@left\relax \resume@left=\z@ \resume@place
    \hangindent=-\dimexpr\wd\tw@+\resume@body\relax \hangafter=-1
    \noindent\resume@fresh#1\par
    \resume@measure \kern\dimexpr\resume@lead\resume@grid-\resume@up\resume@grid-\prevdepth\relax}%
  \global\resume@depth=\dp4
  \hb@xt@\dimexpr\hsize-\resume@left\relax{\rlap{\box4}\hfil\unhbox\tw@}}
\def\resume@inlinestyled#1{\ifx#1\@empty\else\expandafter\resume@inline\expandafter{#1}\fi}
% \resumerule{thickness}: a fifth of a line below the baseline above it; takes no room of its own.
\newcommand\resumerule[2][]{%
  \par
  {\resume@options{#1}\resume@inlinestyled\resume@linestyle
   \resume@down=\prevdepth \ifdim\resume@down<-999pt \resume@down=\z@ \fi
   \nobreak\kern-\resume@down \nointerlineskip
   \vbox to\z@{\kern3.2\resume@grid
     \hb@xt@\hsize{\kern\resume@left\leaders\hrule height #2\hfill}\vss}%
   \nobreak\kern\resume@down \prevdepth=\resume@down
   \resume@gapbelow}}
% \resumestack[above=…,below=…]{…}: gaps around whatever the braces print.
\newcommand\resumestack[2][]{%
  \begingroup \resume@options{#1}%
  \edef\resume@outer{\the\resume@gap}\let\resume@stackbelow\resume@linebelow
  \ifresume@started\def\resume@was{\global\resume@startedtrue}\else\let\resume@was\@empty\fi
  \global\resume@startedfalse
  \resumegap{\resume@linegap}%
  #2\par
  \ifresume@started
    \ifx\resume@stackbelow\@empty\else\resumegap{\resume@stackbelow}\fi
  \else \global\resume@gap=\resume@outer\relax \resume@was \fi
  \endgroup}

% ---- named arguments
\newcommand\resumekeys[2]{%
  \@namedef{resume@keys@#1}{#2,language,more}%
  \@for\resume@key:=#2,language,more\do{%
    \edef\resume@next{\noexpand\define@key{resume:#1}{\resume@key}%
      {\noexpand\@namedef{resume@value@\resume@key}{####1}}}\resume@next}}
\newcommand\resumevalue[1]{\@nameuse{resume@value@#1}}
\def\resume@clear#1{%
  \edef\resume@next{\@nameuse{resume@keys@#1}}%
  \@for\resume@key:=\resume@next\do{%
    \expandafter\let\csname resume@value@\resume@key\endcsname\relax}}
\long\def\resume@given#1#2#3{%
  \expandafter\ifx\csname resume@value@#1\endcsname\relax
    \expandafter\@secondoftwo\else\expandafter\@firstoftwo\fi{#2}{#3}}
% \resumeifgiven{a,b}{…} all of them, \resumeifany one of them, \resumeifnone none of them.
\newcommand\resumeifgiven[1]{%
  \resume@holdstrue
  \@for\resume@key:=#1\do{\resume@given{\resume@key}{}{\resume@holdsfalse}}%
  \ifresume@holds\expandafter\@firstofone\else\expandafter\@gobble\fi}
\def\resume@someof#1{%
  \resume@holdsfalse
  \@for\resume@key:=#1\do{\resume@given{\resume@key}{\resume@holdstrue}{}}}
\newcommand\resumeifany[1]{%
  \resume@someof{#1}\ifresume@holds\expandafter\@firstofone\else\expandafter\@gobble\fi}
\newcommand\resumeifnone[1]{%
  \resume@someof{#1}\ifresume@holds\expandafter\@gobble\else\expandafter\@firstofone\fi}
% \resumeslot[style]{argument}: its value;
% \resumesep{, }: printed if something stands on both sides.
\newcommand\resumeslot[2][]{%
  \resume@given{#2}{%
    \resume@put{{\def\resume@tmp{#1}\resume@inlinestyled\resume@tmp\resumevalue{#2}}}}{}}
\newcommand\resumewords[2][]{\resume@put{{\def\resume@tmp{#1}\resume@inlinestyled\resume@tmp#2}}}
\newcommand\resumesep[2][]{%
  \ifresume@any\def\resume@pending{{\def\resume@tmp{#1}\resume@inlinestyled\resume@tmp#2}}\fi}
\long\def\resume@put#1{\resume@pending\let\resume@pending\@empty #1\resume@anytrue}
% \resumeblocks{argument}: a value of one or more paragraphs.
\newcommand\resumeblocks[2][]{%
  \resume@given{#2}{%
    {\resume@options{#1}\resume@styled\resume@linestyle \resumegap{\resume@linegap}%
     \resume@place
     \expandafter\expandafter\expandafter\resume@text\csname resume@value@#2\endcsname
     \resume@finish}}{}}
\def\resume@text{\@ifnextchar\begin{}{\resume@start}}

% ---- parts: masthead, sections, entries
\newcommand\resumepart[4]{%
  \begingroup
  \resume@clear{#1}\setkeys{resume:#1}{#2}\resume@language
  \def\resume@value@body{#3}\ifx\resume@value@body\resume@nobody\let\resume@value@body\relax\fi
  \global\resume@bodydonefalse
  #4\resume@rest
  \par\endgroup}
\def\resume@nobody{}
\newcommand\resumeentry[5]{%
  \ifresume@first\else\ifresume@inside\else
    \resumegap{#2}\resumegap{\resume@lastgap}%
  \fi\fi
  \ifresume@joined
    \begingroup
    \resume@clear{#1}\setkeys{resume:#1}{#3}\resume@language \let\resume@value@body\relax
    #5\endgroup
  \else \resumepart{#1}{#3}{#4}{#5}\fi
  \global\resume@firstfalse \xdef\resume@lastgap{#2}\ignorespaces}
\def\resume@language{%
  \resume@given{language}{\expandafter\selectlanguage\expandafter{\resume@value@language}}{}}
% The body: points if it starts with \item, else entries.
\newcommand\resumeitems[1][]{\resume@given{body}{\resume@peek{\resume@items{#1}}{}}{}}
\newcommand\resumeentries[1][]{\resume@given{body}{\resume@peek{}{\resume@entries{#1}}}{}}
\long\def\resume@peek#1#2{%
  \def\resume@yes{#1}\def\resume@no{#2}%
  \expandafter\resume@look\resume@value@body\resume@stop}
\def\resume@look{%
  \@ifnextchar\item{\let\resume@next\resume@yes\resume@swallow}{%
    \@ifnextchar\resumeplainitem{\let\resume@next\resume@yes\resume@swallow}{%
      \let\resume@next\resume@no\resume@swallow}}}
\long\def\resume@swallow#1\resume@stop{\resume@next}
\def\resume@items#1{%
  \ifresume@bodydone\else
    \begingroup\resume@options{#1}\resume@styled\resume@linestyle \resumegap{\resume@linegap}%
    \resume@pointlist \resume@value@body\par\endgroup \global\resume@bodydonetrue
  \fi}
\def\resume@entries#1{%
  \ifresume@bodydone\else
    \begingroup\resume@options{#1}\resumegap{\resume@linegap}%
    \resume@labelroom=\z@ \resume@numberroom=\z@ \global\resume@firsttrue
    \resume@value@body\par\endgroup \global\resume@bodydonetrue
  \fi}
% What the layout has no place for.
\def\resume@rest{%
  \resume@given{body}{\resume@peek{\resume@items{}}{\resume@entries{}}}{}%
  \resume@given{more}{{\par\resume@value@more\par}}{}}

% ---- lists
\def\resume@pointlist{%
  \par \advance\resume@nesting by 1
  \dimen@=\resumeindent\resume@body \resume@room=\dimen@ \advance\resume@left by \dimen@
  \let\item\resume@item \resume@firstitemtrue}
\newenvironment{resumepoints}{%
  \ifnum\resume@nesting>0 \resumegap{\resumepointgap}\else\resumegap{2}\fi
  \resume@pointlist}{\par}
\newcommand\resume@item{%
  \par \ifresume@firstitem\resume@firstitemfalse\else\resumegap{\resumepointgap}\fi
  \@ifnextchar[\resume@numbered\resume@bulleted}
\def\resume@numbered[#1]{\gdef\resume@marker{\resume@number{#1}}\resume@place\resume@text}
\def\resume@bulleted{%
  \gdef\resume@marker{%
    \resume@bullet{\ifnum\resume@nesting>1 \resumesubbullet\else\resumebullet\fi}}%
  \resume@place\resume@text}
\newcommand\resumeplainitem{%
  \par \ifresume@firstitem\resume@firstitemfalse\else\resumegap{\resumepointgap}\fi
  \resume@left=\dimexpr\resume@left-\resume@room\relax \resume@room=\z@ \resume@place\resume@text}
% \resumelabel{1.} before an entry: its number, hanging.
\newenvironment{resumelabels}[1]{%
  \par\begingroup\sbox\z@{#1\space}\global\dimen1=\wd\z@\endgroup
  \resume@labelroom=\dimen1 \resume@numberroom=\dimen1 }{\par}
\newcommand\resume@indentlabel{%
  \dimen@=\resumeindent\resume@body \ifdim\resume@labelroom>\dimen@ \dimen@=\resume@labelroom \fi
  \resume@room=\dimen@ \advance\resume@left by \dimen@ \resume@labelroom=\z@}
\newcommand\resumelabel[1]{%
  \ifdim\resume@labelroom>\z@ \resume@indentlabel\fi \gdef\resume@marker{\resume@number{#1}}}
% \resumeitem{argument}{label}{bullet}{…}: hangs on a number, or on a bullet without one.
\newcommand\resumeitem[4]{%
  \begingroup \resume@indentlabel
  \resume@given{#1}{\gdef\resume@marker{\resume@number{#2}}}{%
    \gdef\resume@marker{\resume@bullet{#3}}}%
  #4\par\endgroup}
\newenvironment{resumecolumns}[1]{%
  \resume@flushgap
  \multicolsep=0pt \premulticols=0pt \postmulticols=0pt \columnsep=1.5\resume@body
  \raggedcolumns \begin{multicols}{#1}\nointerlineskip}{\end{multicols}\resume@depth=\prevdepth}
\newenvironment{resumequote}{\par\begingroup\resumestyle{quote}}{\par\endgroup}
\newenvironment{resumejoined}[1]{%
  \par\resume@joinedtrue\def\resume@between{#1}\resumealign{left}\resume@place\ignorespaces}{\par}
\def\resume@join#1{%
  \ifresume@inside \unskip\resume@between \else \resume@start \fi
  \resume@fresh #1\aftergroup\resume@insidetrue}
% Contacts: parted where a line ends, without the separator there; lines of about one length.
\newcommand\resumecontacts[2][]{%
  \resume@given{contacts}{%
    {\resume@options{#1}\resume@styled\resume@linestyle \resumegap{\resume@linegap}%
     \resume@start \exhyphenpenalty=0 \hyphenpenalty=0
     \def\resume@tmp{center}%
     \ifx\resume@align\resume@tmp
       \leftskip=\resume@left plus .5\hsize \rightskip=0pt plus .5\hsize \parfillskip=0pt
     \fi
     \def\resumecontact##1{%
       \ifresume@any\unskip\discretionary{}{}{\hbox{#2}}\fi\hbox{##1}\resume@anytrue\ignorespaces}%
     \resume@fresh\ignorespaces\resume@value@contacts\resume@finish}}{}}

% ---- links, bookmarks, pages
\newcommand\resumelink[2]{\href{#1}{{\resume@inline{link}#2}}}
\newcount\resume@bookmarks
\def\resume@bookmark{%
  \global\advance\resume@bookmarks by 1
  \edef\resume@next{\noexpand\pdfbookmark[1]{\unexpanded\expandafter{\resume@value@title}}%
    {resume.\the\resume@bookmarks}}\resume@next}
\newcommand\resumepages{\pageref*{resume:last}}
\AtEndDocument{\par\label{resume:last}}
\newcommand\resumesplit{\kern0pt\relax}
\newcommand\resumeallowbreak{\penalty0\hskip0pt\relax}
\newcommand\resumethinspace{\hskip.17em\relax}
\newcommand\resumenarrowspace{\nobreak\hskip.2em\relax}
\newcommand\resumerunning[2]{%
  \begingroup \let\resumegap\@gobble \let\resumegapafter\@gobble \resumesize{1}\resumestyle{body}%
  \resumestyle{#1}\def\resume@tmp{right}%
  \hb@xt@\textwidth{\ifx\resume@align\resume@tmp\hfil\fi \def\resume@tmp{center}%
    \ifx\resume@align\resume@tmp\hfil\fi #2\hfil}\endgroup}
\def\ps@resume{%
  \def\@oddhead{\ifnum\c@page=1 \resumefirsthead\else\resumelaterhead\fi}%
  \def\@oddfoot{\ifnum\c@page=1 \resumefirstfoot\else\resumelaterfoot\fi}}

% ---- characters
\newcommand\resume@missing[1]{[U+#1]}
% \resumecharacter{code}{the same in UTF-16}{TeX}: for engines and fonts without the character.
\newcommand\resumecharacter[3]{%
  \ifPDFTeX \DeclareUnicodeCharacter{#1}{\resume@symbol{#1}{#2}{#3}}%
  \else
    \catcode"#1=\active
    \begingroup\lccode`\~="#1\relax
    \lowercase{\endgroup\protected\def~}{\resume@symbol{#1}{#2}{#3}}%
  \fi}
\newcommand\resumesymbolfonts[1]{%
  \ifPDFTeX\else
    \@for\resume@tmp:=#1\do{\expandafter\resume@addfont\expandafter{\resume@tmp}}%
  \fi}
\let\resume@fallbacks\@empty
\newcount\resume@fonts
\newcommand\resume@addfont[1]{%
  \IfFontExistsTF{#1}{%
    \advance\resume@fonts by 1
    \expandafter\newfontfamily\csname resume@font@\the\resume@fonts\endcsname{#1}%
    \edef\resume@fallbacks{%
      \unexpanded\expandafter{\resume@fallbacks}\noexpand\resume@try{\the\resume@fonts}}}{}}
\newcommand\resume@symbol[3]{%
  \leavevmode
  \ifPDFTeX
    \pdfliteral page{/Span<</ActualText<FEFF#2>>>BDC}%
    \def\resume@tmp{#3}\ifx\resume@tmp\@empty\resume@missing{#1}\else#3\fi
    \pdfliteral page{EMC}%
  \else
    \iffontchar\font"#1 \char"#1 \else
      \begingroup
      \def\resume@try##1{\@nameuse{resume@font@##1}%
        \iffontchar\font"#1 \char"#1 \let\resume@try\@gobble \let\resume@last\@empty\fi}%
      \def\resume@last{#3}\ifx\resume@last\@empty\def\resume@last{\resume@missing{#1}}\fi
      \edef\resume@here{\f@family}\resume@fallbacks \fontfamily{\resume@here}\selectfont
      \resume@last \endgroup
    \fi
  \fi}
% Letters that pdflatex prints by their numbers.
\newcommand\resumeunavailable[1]{%
  \ifPDFTeX
    \@for\resume@tmp:=#1\do{%
      \edef\resume@next{\noexpand\DeclareUnicodeCharacter{\resume@tmp}%
        {\noexpand\resume@symbol{\resume@tmp}{\resume@tmp}{}}}\resume@next}%
  \fi}
% \resumescript{greek}{…}: letters of another script, in an encoding or font that has them.
\@namedef{resume@encoding@greek}{LGR}
\@namedef{resume@encoding@cyrillic}{T2A}
\newcommand\resumescriptfont[2]{%
  \ifPDFTeX\else
    \@for\resume@tmp:=#2\do{%
      \@ifundefined{resume@script@#1}{%
        \IfFontExistsTF{\resume@tmp}{%
          \expandafter\newfontfamily\csname resume@script@#1\expandafter\endcsname
            \expandafter{\resume@tmp}}{}}{}}%
  \fi}
\ExplSyntaxOn
\cs_new:Npn \resume@hex #1 { \int_compare:nNnT {`#1} < {"1000} {0} \int_to_Hex:n {`#1} }
\ExplSyntaxOff
\def\resume@covered#1{%
  \resume@holdstrue
  \@tfor\resume@tmp:=#1\do{\expandafter\resume@cover\resume@tmp}}
\def\resume@cover#1{\iffontchar\font`#1 \else\resume@holdsfalse\fi}
\newcommand\resumescript[2]{%
  \ifPDFTeX
    \@ifundefined{resume@encoding@#1}{#2}{%
      {\fontencoding{\@nameuse{resume@encoding@#1}}\selectfont#2}}%
  \else
    \leavevmode
    {\resume@covered{#2}%
     \ifresume@holds\else\@nameuse{resume@script@#1}\resume@covered{#2}\fi
     \ifresume@holds
       \@ifundefined{resume@each@#1}{\@ifundefined{resume@turned@#1}{#2}{\resume@turn{#2}}}{%
         \@tfor\resume@tmp:=#2\do{\resume@tmp\hskip0pt plus .05em\relax}}%
     \else
       \@tfor\resume@tmp:=#2\do{\resume@missing{\expandafter\resume@hex\resume@tmp}}%
     \fi}%
  \fi}
\@for\resume@tmp:=hani,hira,kana\do{\@namedef{resume@each@\resume@tmp}{}}
\@for\resume@tmp:=arab,hebr,syrc,thaa,nkoo\do{\@namedef{resume@turned@\resume@tmp}{}}
\newcommand\resume@turn[1]{%
  \ifXeTeX\TeXXeTstate=1 \beginR#1\endR\else\bgroup\textdirection 1 #1\egroup\fi}
\pdfstringdefDisableCommands{%
  \def\resume@symbol#1#2#3{\unichar{"#1}}\def\resumescript#1#2{#2}\def\resumelink#1#2{#2}%
  \let\resumesplit\@empty \let\resumeallowbreak\@empty
  \def\resumethinspace{ }\def\resumenarrowspace{ }\def\uline#1{#1}\def\sout#1{#1}}

% ---- the start
\AddToHook{begindocument/end}{%
  \everypar{\resume@strut}%
  \resumesize{1}\resumestyle{body}\resume@place
  \def\resume@tmp{off}\ifx\resumehyphenation\resume@tmp\hyphenpenalty=10000 \fi
  \pagestyle{resume}}
\makeatother
)tex";
}

}  // namespace resumec::backend::latex
