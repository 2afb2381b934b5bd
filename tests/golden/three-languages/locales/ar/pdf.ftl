# ما يقوله القالب في طبعات PDF.

## The title page

pdf-with-endorsements = مع تأييدات هذه الطبعة

## Endorsements

pdf-endorsing = ما يعنيه التأييد

## The colophon

pdf-colophon = عن هذه الطبعة
pdf-publisher = الناشر
pdf-edition = الطبعة وحالتها
pdf-adoption = الاعتماد
pdf-adoption-none = لم يُعتمد. النص قيد التشاور، ولم تعتمده أي هيئة.
pdf-adoption-unrecorded = معتمد. لم يُدرج بعد محضر الاعتماد.
pdf-supersedes = تحل محل
pdf-supersedes-nothing = لا طبعة سابقة.
pdf-corrigenda = التصويبات
pdf-corrigenda-none = لا يوجد. لم يُصوَّب شيء في هذه الطبعة.
pdf-versions = اللغات
pdf-authentic = النسخ ذات الحجية: { $languages }.
pdf-courtesy = ترجمات للعلم: { $languages }.
pdf-difference = عند اختلاف النسخ
pdf-difference-equal = لا ترجح نسخة ذات حجية على أخرى. وعند الاختلاف يُؤخذ بالمعنى الذي يوفق بينها على أفضل وجه، في ضوء موضوع النص والغرض منه.
pdf-difference-authentic = لا ترجح ترجمة للعلم على نسخة ذات حجية.
pdf-collated = مقابلة النسخ
pdf-collated-nobody = لم تُسجَّل بعد. لم يُدرج أي مراجع مقابلةً للنسخ قسمًا قسمًا.
pdf-address = العنوان الدائم
pdf-citation = كيفية الاستشهاد
pdf-licence = الرخصة
pdf-integrity = رمز السلامة
pdf-integrity-text = يُحسب من نص الطبعة بجميع لغاتها؛ ولا تغيره التأييدات. للتحقق منه قارنه بالرمز الظاهر في العنوان الدائم: إن تطابقا فهذا هو النص المنشور كلمةً كلمة.
pdf-format = الصيغة
pdf-format-text = يمكن قراءة هذا الملف بالتقنيات المساعدة (PDF/UA-1) وهو صالح للحفظ (PDF/A-2a).
