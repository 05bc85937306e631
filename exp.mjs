import PDFDocument from 'pdfkit'; import {create} from 'fontkit'; import fs from 'fs';
const doc=new PDFDocument({size:'A4',margin:30,font:''}); doc.pipe(fs.createWriteStream('/tmp/exp/a.pdf'));
const S={devanagari:'टाटा कन्सल्टन्सी सर्व्हिसेस क्षत्रिय श्रीकृष्ण हिन्दी प्रौद्योगिकी',bengali:'বাংলাদেশ কোম্পানি লিমিটেড ক্ষুদ্র শ্রীকৃষ্ণ',tamil:'தமிழ்நாடு நிறுவனம் கொண்டு ஸ்ரீ',telugu:'తెలుగు సంస్థ శ్రీకృష్ణ',kannada:'ಕನ್ನಡ ಸಂಸ್ಥೆ ಶ್ರೀಕೃಷ್ಣ',malayalam:'മലയാളം കമ്പനി ശ്രീകൃഷ്ണ ക്ഷ',gujarati:'ગુજરાતી કંપની શ્રીકૃષ્ણ ક્ષ',gurmukhi:'ਪੰਜਾਬੀ ਕੰਪਨੀ ਸ੍ਰੀ ਕ੍ਰਿਸ਼ਨ',oriya:'ଓଡ଼ିଆ କମ୍ପାନୀ ଶ୍ରୀକୃଷ୍ଣ',sinhala:'සිංහල සමාගම ශ්‍රී ලංකා',thai:'บริษัท ไทยซอฟต์แวร์ จำกัด ที่นี่ กำลัง',lao:'ບໍລິສັດ ລາວ ຈຳກັດ',khmer:'ក្រុមហ៊ុន ភាសាខ្មែរ ស្រី',myanmar:'မြန်မာ ကုမ္ပဏီ ကြည့်',ethiopic:'የኢትዮጵያ ሶፍትዌር ኩባንያ',hebrew:'חברת תוכנה בעמ שָׁלוֹם',arabic:'شركة البرمجيات العربية لله محمّد فارسی گچپژ ٢٠٢٦',armenian:'Հայաստան ՍՊԸ',georgian:'საქართველო შპს'};
for(const [s,t] of Object.entries(S)){ try{
 const f=create(fs.readFileSync(`/tmp/fonts/${s}/package/files/noto-sans-${s}-${s}-400-normal.woff`));
 doc.registerFont(s,f); doc.font(s).fontSize(20);
 const run=f.layout(t); doc.text(t,{lineBreak:false,features:[]}); doc.moveDown(0.1); console.log(s,run.script,run.direction,run.glyphs.filter(g=>g.id===0).length,f.hasGlyphForCodePoint(0x20),f.hasGlyphForCodePoint(0x25cc),f.unitsPerEm,f.ascent,f.descent);
}catch(e){console.log(s,'ERR',e.message,e.stack.split('\n')[1])}}
doc.end();
