# ما تقوله الأداة نفسها في الصفحات، داخل النصوص وحولها.

## Blocks

alert-note = ملاحظة
alert-tip = نصيحة
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
notes = حواشٍ
note-label = الحاشية { $number }
note-back = العودة إلى الحاشية { $number } في النص
table-region = الجدول { $number }
task-done = أُنجز
task-open = لم يُنجز

## References

reference = { $number }{"\u00A0"}{ $title }
table-number = الجدول{"\u00A0"}{ $number }
figure-number = الشكل{"\u00A0"}{ $number }
section-link = رابط إلى ”{ $title }“
clause-guideline = التوجيه { $number }
clause-paragraph = الفقرة { $number }
clause-article = المادة { $number }
clause-recommendation = التوصية { $number }
side-by-side = جنبًا إلى جنب:
parallel-title = { $title } ({ $languages })

## The state of a text

status-in-consultation = مسودة للتشاور
status-adopted = معتمد
status-superseded = حلّت محله طبعة لاحقة
status-withdrawn = مسحوب
edition = الطبعة { $number }
authentic = هذا هو النص الأصلي.
equally-authentic = النصوص بجميع اللغات متساوية في الحجية.
authentic-among = متساوية في الحجية: { $languages }. أما النسخ الأخرى فترجمات للعلم.
courtesy = هذه ترجمة للعلم؛ وليست لها حجية.

## The front door and the files

enter = اقرأ بالعربية
download-text = النص، { $languages } (PDF)
download-endorsed = النص والتأييدات، { $languages } (PDF)

vague-link-texts = هنا; اضغط هنا; انقر هنا; هذا الرابط; رابط; المزيد; اقرأ المزيد
vague-alt-texts = صورة; رسم; شكل; مخطط; خريطة
size-megabytes = { $number }{"\u00A0"}م.ب
size-kilobytes = { $number }{"\u00A0"}ك.ب

## Pages of the site's own

news-title = الأخبار
register-title = المؤسسات المؤيِّدة
register-none = لم تؤيد أي مؤسسة أي نص بعد.
# For bibliographies. Each part is a sentence of its own.
citation = { $publisher }. { $title }. { $edition }. { $status }، { $date }. { $address }
# The same without what has a field of its own.
citation-note = { $edition }. { $status }، { $date }

## Legal facts

fact-publisher = الناشر
fact-responsible = المسؤول عن المحتوى
fact-postal-address = العنوان البريدي
fact-email = البريد الإلكتروني
fact-registration = التسجيل
fact-hosting = مزود الاستضافة
fact-data-protection = جهة الاتصال لحماية البيانات
fact-accessibility-contact = جهة الاتصال لإمكانية الوصول
