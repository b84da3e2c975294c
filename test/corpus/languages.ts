/** What people write in a language, and what their mail programs do. Instants are shown in UTC: the program's own zone. */
export interface Language {
  code: string;
  /** Somebody who writes it. */
  name: string;
  yes: readonly string[];
  no: readonly string[];
  hello: readonly string[];
  bye: readonly string[];
  noThanks: readonly string[];
  stop: readonly string[];
  /** Answers in one's own words. */
  texts: readonly string[];
  /** A question back to us. */
  asks: string;
  from: string;
  sent: string;
  to: string;
  subject: string;
  iphone: string;
  outlook: string;
  galaxy: string;
  original: string;
  forwarded: string;
  /** Gmail's line, Apple Mail's and Thunderbird's before a quotation. */
  gmail(at: Date, who: string, address: string): string;
  apple(at: Date, who: string, address: string): string;
  thunderbird(at: Date, who: string): string;
}

function shown(code: string, at: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(code, { timeZone: 'UTC', numberingSystem: 'latn', ...options }).format(at);
}
const time = (at: Date) => at.toISOString().slice(11, 16);
const clock = (code: string, at: Date) => shown(code, at, { hour: 'numeric', minute: '2-digit' });
const medium = (code: string, at: Date) => shown(code, at, { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = (code: string, at: Date) => shown(code, at, { weekday: 'short' });
const figures = (code: string, at: Date) => shown(code, at, { day: '2-digit', month: '2-digit', year: 'numeric' });

/** 8 March 2027 as people write it in words. */
export function dateInWords({ code }: Language, at: Date): string {
  return shown(code === 'en' ? 'en-GB' : code, at, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The moment as it stands in Outlook's header block. */
export function longMoment({ code }: Language, at: Date): string {
  const day = shown(code, at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day} ${clock(code, at)}`;
}

export const languages: readonly Language[] = [
  {
    code: 'en',
    name: 'Ada Byron',
    yes: ['yes', 'y', 'Yes please', 'sure', 'of course', 'yep', 'YES', 'Yes!', 'absolutely', 'ok', '👍'],
    no: ['no', 'n', 'No, sorry', 'nope', 'No.', 'not really', 'NO', '👎'],
    hello: ['Hi Maria,', 'Hello,', 'Dear Maria', 'Hi there!'],
    bye: ['Best,\nAda', 'Thanks\nAda', 'Kind regards,\nAda Byron', 'Cheers, Ada'],
    noThanks: ['no thanks', 'No, thank you.', "Thanks, but I'm not interested this time."],
    stop: ['Please remove me from this list.', 'unsubscribe', 'Stop', 'remove me'],
    texts: [
      'Lead my own group, and sleep at night.',
      'More confidence when I speak to the board; also a plan for the next three years.',
      "I'd like to understand how decisions are really made here. Nobody ever tells you.",
      'Someone who has changed fields at 40 and did not regret it',
      'We went through my CV line by line - painful but useful.',
      'Mostly time management. I have 2 small children and a team of 9, so everything else comes second.',
    ],
    asks: 'By the way, who will be able to read what I write here?',
    from: 'From',
    sent: 'Sent',
    to: 'To',
    subject: 'Subject',
    iphone: 'Sent from my iPhone',
    outlook: 'Get Outlook for iOS',
    galaxy: 'Sent from my Galaxy',
    original: 'Original message',
    forwarded: 'Forwarded message',
    gmail: (at, who, address) =>
      `On ${weekday('en', at)}, ${medium('en', at)} at ${clock('en', at)} ${who} <${address}> wrote:`,
    apple: (at, who, address) => `On ${medium('en', at)}, at ${clock('en', at)}, ${who} <${address}> wrote:`,
    thunderbird: (at, who) =>
      `On ${shown('en', at, { day: 'numeric', month: 'numeric', year: '2-digit' })} ${time(at)}, ${who} wrote:`,
  },
  {
    code: 'de',
    name: 'Jürgen Weiß',
    yes: ['ja', 'Ja, gerne', 'ja klar', 'Ja!', 'jawohl'],
    no: ['nein', 'Nein.', 'leider nein', 'nein, danke'],
    hello: ['Hallo Frau Ortiz,', 'Liebe Maria,', 'Guten Tag,'],
    bye: ['Viele Grüße\nJürgen', 'Mit freundlichen Grüßen\nJürgen Weiß', 'LG Jürgen'],
    noThanks: ['Nein danke', 'Nein, danke.', 'Kein Interesse, danke.'],
    stop: ['abmelden', 'Bitte abmelden.'],
    texts: [
      'Mehr Zeit für Führung, weniger für Tabellen.',
      'Ich möchte lernen, wie man schwierige Gespräche führt, ohne nachts wach zu liegen.',
      'Jemand aus einem anderen Bereich, gerne über 50.',
      'Größere Projekte übernehmen; außerdem öfter „nein“ sagen.',
    ],
    asks: 'Wer kann eigentlich lesen, was ich hier schreibe?',
    from: 'Von',
    sent: 'Gesendet',
    to: 'An',
    subject: 'Betreff',
    iphone: 'Von meinem iPhone gesendet',
    outlook: 'Outlook für iOS beziehen',
    galaxy: 'Von meinem Galaxy gesendet',
    original: 'Ursprüngliche Nachricht',
    forwarded: 'Weitergeleitete Nachricht',
    gmail: (at, who, address) =>
      `Am ${weekday('de', at)}., ${medium('de', at)} um ${time(at)} Uhr schrieb ${who} <${address}>:`,
    apple: (at, who, address) => `Am ${figures('de', at)} um ${time(at)} schrieb ${who} <${address}>:`,
    thunderbird: (at, who) => `Am ${figures('de', at)} um ${time(at)} schrieb ${who}:`,
  },
  {
    code: 'fr',
    name: 'Hélène Girard',
    yes: ['oui', 'Oui, bien sûr', 'oui !', "d'accord"],
    no: ['non', 'Non, désolée', 'non.'],
    hello: ['Bonjour Maria,', 'Bonjour,', 'Chère Maria,'],
    bye: ['Cordialement,\nHélène', 'Bien à vous,\nHélène Girard', 'Merci, Hélène'],
    noThanks: ['Non merci', 'Non, merci.', 'Pas intéressée, merci.'],
    stop: ['me désinscrire', 'Désinscription'],
    texts: [
      'Avoir plus de temps pour la recherche, et moins de réunions.',
      "J'aimerais apprendre à déléguer sans tout vérifier après.",
      'Quelqu’un qui a déjà changé de métier.',
      'Nous avons parlé de l’équipe, du budget et de mes « peurs ».',
    ],
    asks: 'Au fait, qui lira mes réponses ?',
    from: 'De',
    sent: 'Envoyé',
    to: 'À',
    subject: 'Objet',
    iphone: 'Envoyé de mon iPhone',
    outlook: 'Télécharger Outlook pour iOS',
    galaxy: 'Envoyé depuis mon appareil Galaxy',
    original: "Message d'origine",
    forwarded: 'Message transféré',
    gmail: (at, who, address) =>
      `Le ${weekday('fr', at)} ${medium('fr', at)} à ${time(at)}, ${who} <${address}> a écrit :`,
    apple: (at, who, address) => `Le ${medium('fr', at)} à ${time(at)}, ${who} <${address}> a écrit :`,
    thunderbird: (at, who) => `Le ${figures('fr', at)} à ${time(at)}, ${who} a écrit :`,
  },
  {
    code: 'es',
    name: 'Iñigo Peña',
    yes: ['sí', 'Sí, claro', 'si', 'Por supuesto'],
    no: ['no', 'No, lo siento', 'no.'],
    hello: ['Hola Maria:', 'Buenos días,', 'Estimada Maria:'],
    bye: ['Un saludo,\nIñigo', 'Saludos cordiales\nIñigo Peña', 'Gracias\nIñigo'],
    noThanks: ['No, gracias', 'No gracias.', 'No me interesa, gracias.'],
    stop: ['darme de baja', 'baja'],
    texts: [
      'Dirigir mi propio equipo y dormir más de 6 horas.',
      '¿La verdad? Salir antes de la oficina.',
      'Hablamos del año que viene y de cómo pedir un aumento.',
      'Alguien con paciencia, por favor.',
    ],
    asks: 'Por cierto, ¿quién va a leer esto?',
    from: 'De',
    sent: 'Enviado',
    to: 'Para',
    subject: 'Asunto',
    iphone: 'Enviado desde mi iPhone',
    outlook: 'Obtener Outlook para iOS',
    galaxy: 'Enviado desde mi Galaxy',
    original: 'Mensaje original',
    forwarded: 'Mensaje reenviado',
    gmail: (at, who, address) =>
      `El ${weekday('es', at)}, ${medium('es', at)} a las ${time(at)}, ${who} (<${address}>) escribió:`,
    apple: (at, who, address) => `El ${medium('es', at)}, a las ${time(at)}, ${who} <${address}> escribió:`,
    thunderbird: (at, who) => `El ${figures('es', at)} a las ${time(at)}, ${who} escribió:`,
  },
  {
    code: 'pt',
    name: 'João Conceição',
    yes: ['sim', 'Sim, claro', 'sim!', 'com certeza'],
    no: ['não', 'Não.', 'não, desculpe'],
    hello: ['Olá Maria,', 'Bom dia,', 'Prezada Maria,'],
    bye: ['Abraços,\nJoão', 'Atenciosamente,\nJoão Conceição', 'Obrigado, João'],
    noThanks: ['Não, obrigado', 'Não obrigado.'],
    stop: ['descadastrar', 'Quero cancelar a inscrição'],
    texts: [
      'Gostaria de liderar uma equipa e ter mais tempo em casa.',
      'Aprender a apresentar em inglês sem suar.',
      'Falámos sobre o meu próximo passo na carreira.',
    ],
    asks: 'A propósito, quem vai ler as minhas respostas?',
    from: 'De',
    sent: 'Enviado',
    to: 'Para',
    subject: 'Assunto',
    iphone: 'Enviado do meu iPhone',
    outlook: 'Obter o Outlook para iOS',
    galaxy: 'Enviado do meu Galaxy',
    original: 'Mensagem original',
    forwarded: 'Mensagem encaminhada',
    gmail: (at, who, address) =>
      `Em ${weekday('pt', at)}, ${medium('pt', at)} às ${time(at)}, ${who} <${address}> escreveu:`,
    apple: (at, who, address) => `Em ${medium('pt', at)}, à(s) ${time(at)}, ${who} <${address}> escreveu:`,
    thunderbird: (at, who) => `Em ${figures('pt', at)} ${time(at)}, ${who} escreveu:`,
  },
  {
    code: 'it',
    name: 'Niccolò Fabbri',
    yes: ['sì', 'Sì, certo', 'si', 'Certo'],
    no: ['no', 'No, mi dispiace', 'no.'],
    hello: ['Ciao Maria,', 'Buongiorno,', 'Gentile Maria,'],
    bye: ['Cordiali saluti\nNiccolò', 'Grazie\nNiccolò Fabbri', 'A presto,\nNiccolò'],
    noThanks: ['No grazie', 'No, grazie.'],
    stop: ['cancellami', 'Vorrei cancellarmi'],
    texts: [
      'Vorrei guidare un gruppo tutto mio, e dormire la notte.',
      'Più coraggio: è quello che mi manca.',
      "Abbiamo parlato dell'ufficio nuovo e di come dire di no.",
    ],
    asks: 'A proposito, chi leggerà le mie risposte?',
    from: 'Da',
    sent: 'Inviato',
    to: 'A',
    subject: 'Oggetto',
    iphone: 'Inviato da iPhone',
    outlook: 'Scarica Outlook per iOS',
    galaxy: 'Inviato dal mio Galaxy',
    original: 'Messaggio originale',
    forwarded: 'Messaggio inoltrato',
    gmail: (at, who, address) =>
      `Il giorno ${weekday('it', at)} ${medium('it', at)} alle ore ${time(at)} ${who} <${address}> ha scritto:`,
    apple: (at, who, address) => `Il giorno ${medium('it', at)}, alle ore ${time(at)}, ${who} <${address}> ha scritto:`,
    thunderbird: (at, who) => `Il ${figures('it', at)} ${time(at)}, ${who} ha scritto:`,
  },
  {
    code: 'nl',
    name: 'Joost de Graaf',
    yes: ['ja', 'Ja hoor', 'ja graag', 'zeker'],
    no: ['nee', 'Nee, helaas', 'nee.'],
    hello: ['Hoi Maria,', 'Beste Maria,', 'Hallo,'],
    bye: ['Groeten,\nJoost', 'Met vriendelijke groet,\nJoost de Graaf', 'Bedankt, Joost'],
    noThanks: ['Nee bedankt', 'Nee, dank je.'],
    stop: ['uitschrijven', 'afmelden'],
    texts: [
      'Ik wil leren delegeren, en minder vergaderen.',
      'Iemand die het vak kent en eerlijk durft te zijn.',
      'We hebben het over mijn eerste drie maanden gehad.',
    ],
    asks: 'Trouwens, wie kan dit allemaal lezen?',
    from: 'Van',
    sent: 'Verzonden',
    to: 'Aan',
    subject: 'Onderwerp',
    iphone: 'Verstuurd vanaf mijn iPhone',
    outlook: 'Outlook voor iOS downloaden',
    galaxy: 'Verzonden vanaf mijn Galaxy',
    original: 'Oorspronkelijk bericht',
    forwarded: 'Doorgestuurd bericht',
    gmail: (at, who, address) =>
      `Op ${weekday('nl', at)} ${medium('nl', at)} om ${time(at)} schreef ${who} <${address}>:`,
    apple: (at, who, address) =>
      `Op ${medium('nl', at)} om ${time(at)} heeft ${who} <${address}> het volgende geschreven:`,
    thunderbird: (at, who) => `Op ${figures('nl', at)} om ${time(at)} schreef ${who}:`,
  },
  {
    code: 'sv',
    name: 'Åsa Öberg',
    yes: ['ja', 'Ja tack', 'japp', 'absolut'],
    no: ['nej', 'Nej, tyvärr', 'nej.'],
    hello: ['Hej Maria,', 'Hej!', 'Hejsan,'],
    bye: ['Hälsningar\nÅsa', 'Med vänlig hälsning\nÅsa Öberg', 'Tack! /Åsa'],
    noThanks: ['Nej tack', 'nej, tack.'],
    stop: ['avregistrera', 'avsluta prenumeration'],
    texts: [
      'Mer tid för forskning och mindre för möten.',
      'Någon som vågar säga emot mig.',
      'Vi pratade om hur man börjar på en ny arbetsplats.',
    ],
    asks: 'Förresten, vem får läsa det här?',
    from: 'Från',
    sent: 'Skickat',
    to: 'Till',
    subject: 'Ämne',
    iphone: 'Skickat från min iPhone',
    outlook: 'Skaffa Outlook för iOS',
    galaxy: 'Skickat från min Galaxy',
    original: 'Originalmeddelande',
    forwarded: 'Vidarebefordrat meddelande',
    gmail: (at, who, address) =>
      `Den ${weekday('sv', at)} ${medium('sv', at)} kl ${time(at)} skrev ${who} <${address}>:`,
    apple: (at, who, address) => `${medium('sv', at)} kl. ${time(at)} skrev ${who} <${address}>:`,
    thunderbird: (at, who) => `Den ${at.toISOString().slice(0, 10)} kl. ${time(at)}, skrev ${who}:`,
  },
  {
    code: 'pl',
    name: 'Łukasz Żółć',
    yes: ['tak', 'Tak, oczywiście', 'tak!'],
    no: ['nie', 'Nie, niestety', 'nie.'],
    hello: ['Cześć Maria,', 'Dzień dobry,', 'Witam,'],
    bye: ['Pozdrawiam,\nŁukasz', 'Z poważaniem\nŁukasz Żółć', 'Dziękuję, Łukasz'],
    noThanks: ['Nie, dziękuję', 'nie dziękuję'],
    stop: ['wypisz mnie', 'Proszę o wypisanie'],
    texts: [
      'Chciałbym prowadzić własny zespół i spać w nocy.',
      'Ktoś, kto zmienił branżę po czterdziestce.',
      'Rozmawialiśmy o budżecie, urlopach i o mnie.',
    ],
    asks: 'A kto będzie to czytał?',
    from: 'Od',
    sent: 'Wysłano',
    to: 'Do',
    subject: 'Temat',
    iphone: 'Wysłane z iPhone’a',
    outlook: 'Pobierz aplikację Outlook dla systemu iOS',
    galaxy: 'Wysłano z mojego Galaxy',
    original: 'Wiadomość oryginalna',
    forwarded: 'Wiadomość przekazana dalej',
    gmail: (at, who, address) =>
      `${weekday('pl', at)}, ${medium('pl', at)} o ${time(at)} ${who} <${address}> napisał(a):`,
    apple: (at, who, address) =>
      `Wiadomość napisana przez ${who} <${address}> w dniu ${medium('pl', at)}, o godz. ${time(at)}:`,
    thunderbird: (at, who) => `W dniu ${figures('pl', at)} o ${time(at)}, ${who} pisze:`,
  },
  {
    code: 'ja',
    name: '田中 花子',
    yes: ['はい', 'はい、お願いします'],
    no: ['いいえ', 'いいえ。'],
    hello: ['マリア様', 'お世話になっております。', 'こんにちは、'],
    bye: ['よろしくお願いいたします。\n田中', '以上、よろしくお願いします。', '田中花子'],
    noThanks: ['結構です', 'いいえ、結構です。'],
    stop: ['配信停止', '配信停止をお願いします。'],
    texts: [
      '自分のチームを持ちたいです。',
      '会議を減らして、研究の時間を増やしたい。',
      '最近の仕事と、来年の計画について話しました。',
    ],
    asks: 'ところで、この回答は誰が読みますか？',
    from: '差出人',
    sent: '送信日時',
    to: '宛先',
    subject: '件名',
    iphone: 'iPhoneから送信',
    outlook: 'iOS 版 Outlook を入手',
    galaxy: 'Galaxyから送信',
    original: '元のメッセージ',
    forwarded: '転送されたメッセージ',
    gmail: (at, who, address) =>
      `${shown('ja', at, { year: 'numeric', month: 'long', day: 'numeric' })}(${weekday('ja', at)}) ${time(at)} ${who} <${address}>:`,
    apple: (at, who, address) =>
      `${shown('ja', at, { year: 'numeric', month: 'numeric', day: 'numeric' })} ${time(at)}、${who} <${address}>のメール:`,
    thunderbird: (at, who) => `On ${at.toISOString().slice(0, 10).replaceAll('-', '/')} ${time(at)}, ${who} wrote:`,
  },
  {
    code: 'zh',
    name: '王小明',
    yes: ['是', '是的', '可以', '好的'],
    no: ['否', '不', '不是'],
    hello: ['您好，', 'Maria 你好：'],
    bye: ['谢谢！\n王小明', '此致\n敬礼', '王小明'],
    noThanks: ['不用了，谢谢', '不，谢谢。'],
    stop: ['退订', '请退订'],
    texts: ['我想带领自己的团队，也想睡个好觉。', '少开会，多做研究。', '我们谈了明年的计划和预算。'],
    asks: '顺便问一下，谁会看到我的回答？',
    from: '发件人',
    sent: '发送时间',
    to: '收件人',
    subject: '主题',
    iphone: '发自我的iPhone',
    outlook: '获取 Outlook for iOS',
    galaxy: '从我的 Galaxy 发送',
    original: '原始邮件',
    forwarded: '转发的邮件',
    gmail: (at, who, address) =>
      `${who} <${address}> 于${shown('zh', at, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })} ${time(at)}写道：`,
    apple: (at, who, address) =>
      `${who} <${address}> 于${shown('zh', at, { year: 'numeric', month: 'long', day: 'numeric' })} ${time(at)}写道：`,
    thunderbird: (at, who) => `在 ${at.toISOString().slice(0, 10)} ${time(at)}, ${who} 写道:`,
  },
  {
    code: 'ko',
    name: '김민수',
    yes: ['네', '예', '네, 좋습니다'],
    no: ['아니요', '아니오'],
    hello: ['안녕하세요,', '안녕하세요 마리아님,'],
    bye: ['감사합니다.\n김민수 드림', '감사합니다', '김민수 올림'],
    noThanks: ['아니요, 괜찮습니다', '괜찮습니다.'],
    stop: ['수신거부', '수신 거부'],
    texts: [
      '제 팀을 이끌고 싶습니다.',
      '회의를 줄이고 연구 시간을 늘리고 싶어요.',
      '내년 계획과 예산에 대해 이야기했습니다.',
    ],
    asks: '그런데 제 답변은 누가 읽나요?',
    from: '보낸 사람',
    sent: '보낸 날짜',
    to: '받는 사람',
    subject: '제목',
    iphone: '나의 iPhone에서 보냄',
    outlook: 'iOS용 Outlook 다운로드',
    galaxy: '내 Galaxy에서 보냄',
    original: '원본 메시지',
    forwarded: '전달된 메시지',
    gmail: (at, who, address) =>
      `${shown('ko', at, { year: 'numeric', month: 'long', day: 'numeric' })} (${weekday('ko', at)}) ${clock('ko', at)}, ${who} <${address}>님이 작성:`,
    apple: (at, who, address) =>
      `${shown('ko', at, { year: 'numeric', month: 'numeric', day: 'numeric' })} ${clock('ko', at)}, ${who} <${address}> 작성:`,
    thunderbird: (at, who) => `${figures('ko', at)} ${time(at)}에 ${who} 이(가) 쓴 글:`,
  },
  {
    code: 'ar',
    name: 'ليلى حداد',
    yes: ['نعم', 'نعم، بالتأكيد'],
    no: ['لا', 'لا.'],
    hello: ['مرحبا ماريا،', 'السلام عليكم،'],
    bye: ['مع التحية\nليلى', 'شكرا\nليلى حداد'],
    noThanks: ['لا شكرا', 'لا، شكرا'],
    stop: ['إلغاء الاشتراك'],
    texts: ['أريد أن أقود فريقي الخاص، وأن أنام جيدا.', 'تحدثنا عن خطط السنة القادمة والميزانية.'],
    asks: 'بالمناسبة، من سيقرأ إجاباتي؟',
    from: 'من',
    sent: 'تم الإرسال',
    to: 'إلى',
    subject: 'الموضوع',
    iphone: 'تم الإرسال من الـ iPhone الخاص بي',
    outlook: 'الحصول على Outlook for iOS',
    galaxy: 'تم الإرسال من هاتف Galaxy الخاص بي',
    original: 'الرسالة الأصلية',
    forwarded: 'رسالة تمت إعادة توجيهها',
    gmail: (at, who, address) =>
      `في ${weekday('ar', at)}، ${medium('ar', at)} في ${clock('ar', at)} تمت كتابة ما يلي بواسطة ${who} <${address}>:`,
    apple: (at, who, address) => `في ${medium('ar', at)}، الساعة ${clock('ar', at)}، كتب ${who} <${address}>:`,
    thunderbird: (at, who) => `في ${figures('ar', at)} ${time(at)}، كتب ${who}:`,
  },
  {
    code: 'he',
    name: 'נועה לוי',
    yes: ['כן', 'כן, בטח'],
    no: ['לא', 'לא.'],
    hello: ['שלום מריה,', 'היי,'],
    bye: ['בברכה,\nנועה', 'תודה\nנועה לוי'],
    noThanks: ['לא תודה', 'לא, תודה'],
    stop: ['הסר', 'הסירו אותי מהרשימה'],
    texts: ['להוביל צוות משלי ולישון בלילה.', 'דיברנו על התקציב ועל השנה הבאה.'],
    asks: 'אגב, מי יקרא את התשובות שלי?',
    from: 'מאת',
    sent: 'נשלח',
    to: 'אל',
    subject: 'נושא',
    iphone: 'נשלח מה-iPhone שלי',
    outlook: 'קבל את Outlook עבור iOS',
    galaxy: 'נשלח מה-Galaxy שלי',
    original: 'הודעה מקורית',
    forwarded: 'הודעה שהועברה',
    gmail: (at, who, address) =>
      `\u202bבתאריך ${weekday('he', at)}, ${medium('he', at)} ב-${time(at)} מאת \u202a${who}\u202c\u200f <\u202a${address}\u202c\u200f>:\u202c`,
    apple: (at, who, address) => `ב-${medium('he', at)}, בשעה ${time(at)}, ${who} <${address}> כתב/ה:`,
    thunderbird: (at, who) => `בתאריך ${figures('he', at)} ${time(at)}, ${who} כתב:`,
  },
];
