# ما يقوله القالب في طبعات PDF.

## Endorsements

pdf-endorsing = ما يعنيه التأييد

## The colophon

pdf-colophon = عن هذه الطبعة
pdf-publisher = الناشر
pdf-edition = الطبعة وحالتها
pdf-versions = اللغات
pdf-authentic = النسخ ذات الحجية: { $languages }.
pdf-courtesy = ترجمات للعلم: { $languages }.
pdf-address = العنوان الدائم
pdf-citation = كيفية الاستشهاد
pdf-citation-text = { $publisher }، { $title }، الطبعة { $number } ({ $date })، { $address }
pdf-licence = الرخصة
pdf-integrity = رمز السلامة
pdf-integrity-text = يُحسب هذا الرمز من نص الطبعة بجميع لغاتها؛ ولا تغيره التأييدات. قارنه بالرمز الظاهر في العنوان الدائم: إن تطابقا فهذا هو النص المنشور كلمةً كلمة.
pdf-format = الصيغة
pdf-format-text = يمكن قراءة هذا الملف بالتقنيات المساعدة (PDF/UA-1) وهو صالح للحفظ (PDF/A-2a).
