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
status-specimen = مثال افتراضي · { $status }
edition = الطبعة { $number }
authentic = هذا هو النص الأصلي.
equally-authentic = النصوص بجميع اللغات متساوية في الحجية.
authentic-among = متساوية في الحجية: { $languages }. أما النسخ الأخرى فترجمات للعلم.
courtesy = هذه ترجمة للعلم؛ وليست لها حجية.

## The front door and the files

enter = اقرأ بالعربية
download-text = النص، { $languages } (PDF)
download-endorsed = النص والتأييدات، { $languages } (PDF)
download-offprint = مستلّة، { $languages } (PDF)
download-form = استمارة التأييد (PDF)
download-resolution = نموذج قرار (PDF)

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
citation-paper = { $authors }. { $title }. في: { $book }. { $publisher }. { $edition }. { $status }، { $date }. { $address }

## Legal facts

fact-publisher = الناشر
fact-responsible = المسؤول عن المحتوى
fact-postal-address = العنوان البريدي
fact-email = البريد الإلكتروني
fact-registration = التسجيل
fact-hosting = مزود الاستضافة
fact-data-protection = جهة الاتصال لحماية البيانات
fact-accessibility-contact = جهة الاتصال لإمكانية الوصول

## The register

register-institutions =
    { $count ->
        [0] لا تأييد ساريًا
        [one] مؤسسة واحدة
        [two] مؤسستان
        [few] { $number } مؤسسات
        [many] { $number } مؤسسة
       *[other] { $number } مؤسسة
    }
register-countries =
    { $count ->
        [one] بلد واحد
        [two] بلدان
        [few] { $number } بلدان
        [many] { $number } بلدًا
       *[other] { $number } بلد
    }
register-endorsements =
    { $count ->
        [one] تأييد واحد سارٍ
        [two] تأييدان ساريان
        [few] { $number } تأييدات سارية
        [many] { $number } تأييدًا ساريًا
       *[other] { $number } تأييد سارٍ
    }
register-specimen-count =
    { $count ->
        [one] مثال وهمي واحد
        [two] مثالان وهميان
        [few] { $number } أمثلة وهمية
        [many] { $number } مثالًا وهميًا
       *[other] { $number } مثال وهمي
    }
register-more =
    { $count ->
        [one] قيد آخر في السجل
        [two] قيدان آخران في السجل
        [few] { $number } قيود أخرى في السجل
        [many] { $number } قيدًا آخر في السجل
       *[other] { $number } قيد آخر في السجل
    }
register-of-edition = التأييدات: { $title }، { $edition }
register-of-country = المؤسسات المؤيِّدة: { $country }
register-of-type = المؤسسات المؤيِّدة: { $type }
register-page = { $title } – الصفحة { $number } من { $total }
state-active = سارٍ
state-merged = منتهٍ
state-expired = انتهت مدته
state-withdrawn = مسحوب
ended-withdrawn = سُحب في { $date }
ended-expired = انتهت مدته في { $date }
ended-expired-undated = انتهت مدته
ended-merged = انتهى: انتقلت مهام المؤسسة إلى { $name }
ended-merged-unlisted = انتهى: انتقلت مهام المؤسسة إلى مؤسسة أخرى
signatory-summary = { $type }، { $country }
signatory-verified = { $method }، { $date }
verification-official-letter = خطاب رسمي
verification-domain-email = رسالة من نطاق المؤسسة نفسها
verification-pull-request-by-domain-owner = تغيير اقترحه مالك نطاق المؤسسة
verification-official-gazette = الجريدة الرسمية
badge-endorses = مؤسسة مؤيِّدة
badge-text = مؤسسة مؤيِّدة: { $title }، { $edition }
chart-countries-title = المؤسسات بحسب البلد
chart-countries-described = رسم بياني بالأعمدة. عدد البلدان: { $number }. أكثرها مؤسسات: { $first }، { $most }. جميع الأرقام في الجدول أدناه.
chart-others = بلدان أخرى
chart-time-title = التأييدات السارية بحسب تاريخ التوقيع
chart-time-described = رسم بياني للمجموع التراكمي. التأييدات السارية: { $number }. وُقّع أولها في { $from } وآخرها في { $until }. جميع الأرقام في الجدول أدناه.

## Types of institutions

type-local-government = إدارة محلية
type-regional-government = إدارة إقليمية
type-ministry = وزارة
type-parliament = برلمان
type-police = شرطة
type-court = محكمة
type-prosecution = نيابة عامة
type-ombudsman = ديوان المظالم
type-health-service = خدمة صحية
type-school = مدرسة
type-university = جامعة
type-association = جمعية
type-ngo = منظمة غير حكومية
type-professional-body = هيئة مهنية
type-company = شركة
type-network = شبكة
type-international = منظمة دولية
type-other = مؤسسة أخرى

## Procedures

procedure-responsible = المسؤول
procedure-inputs = المدخلات
procedure-outputs = المخرجات
procedure-indicators = المؤشرات
procedure-agencies = الجهات الأخرى

## How sections are sorted

facet-label = { $name }:
facet-all = الكل
facet-value-title = { $facet }: { $value }
facet-sections = عدد الأقسام: { $number }
facet-gathers = عدد أقسام النص في هذه الصفحة: { $number }.
facet-leaves-out = وعدد الأقسام المتروكة: { $number }.
facet-left-here = المتروك من هذا الفصل: { $number }.
clause-section = القسم { $number }

## نسخ قيد المراجعة

review = النسخ اللغوية لهذا القسم قيد المراجعة.
review-stands = النسخ اللغوية لهذا القسم قيد المراجعة؛ والطبعة { $edition } هي السارية.
review-unchecked = عدد أقسام هذه الصفحة التي لم تقارن بعد باللغات الأخرى: { $number }.
review-unchecked-page = لم تقارن هذه الصفحة بعد باللغات الأخرى.
review-status = حالة النسخ اللغوية
review-report = الإبلاغ عن اختلاف
review-subject = اختلاف بين النسخ: { $work } – { $section } ({ $languages })
standing-title = حالة النسخ اللغوية
standing-description = عدد الأقسام التي قورنت في كل اللغات، وما تغير منها بعد ذلك.
standing-own-pages = صفحات هذا الموقع
standing-percent = { $number }٪
standing-of = الأقسام المقارنة: { $collated } من { $sections }.
standing-not-begun = لم يقارن أحد النسخ اللغوية بعد.
# In the colophon of PDFs.
collated-by = الأقسام: { $collated } من { $sections }؛ بصفة: { $roles }.
role-translator = مترجم
role-reviser = مراجع
role-editor = محرر
role-lawyer = محام
role-secretariat = أمانة
role-committee = لجنة

## Proceedings

references-title = المراجع
citation-back = العودة إلى الاستشهاد { $number } في النص
authors-title = المؤلفون
submission-title = قواعد التقديم
papers = عدد الأوراق: { $number }
example-papers = أمثلة افتراضية: { $number }
article-elsewhere = لا توجد هذه المقالة بلغة هذه الصفحة، وهي معروضة بلغة أخرى: { $language }.
article-translated = كُتبت بلغة { $language }.
rule-abstract-words = لا يزيد الملخص على { $number } كلمة.
rule-article-words = لا تزيد المقالة على { $number } كلمة.
rule-keywords-least = لكل مساهمة { $number } كلمات مفتاحية على الأقل بكل لغة.
rule-keywords-most = لكل مساهمة { $number } كلمات مفتاحية على الأكثر بكل لغة.

## التغييرات المعلَّمة

redline-title = التغييرات المعلَّمة: { $title }
redline-working = النص الحالي
redline-revision = المراجعة { $name }
redline-inserted = مُضاف
redline-deleted = محذوف
redline-end = نهاية التغيير
redline-none = لم يتغير شيء.
redline-same = لا تغييرات في هذه النسخة
redline-absent = لا يوجد هذا القسم في هذه النسخة.
redline-section-changed = معدَّل
redline-section-inserted = قسم جديد
redline-section-deleted = قسم محذوف
redline-moved-from = منقول: كان بعد «{ $title }»
redline-moved-from-start = منقول: كان في البداية
redline-was-number = كان رقمه { $number }
redline-level = لعنوانه مستوى آخر
redline-facets = تصنيف آخر: { $old } → { $new }
redline-altered = شكل آخر
redline-figure = الشكل:
redline-count-changed = المعدَّلة: { $number }
redline-count-inserted = الجديدة: { $number }
redline-count-deleted = المحذوفة: { $number }
redline-count-moved = المنقولة: { $number }
redline-more = أقسام أخرى فيها تغييرات: { $number }
redline-more-passages = مقاطع أخرى: { $number }

## Amendments

amendment-new-title = قسم جديد
amendment-new-text = النص المقترح.

## الإصدارات

edition-replaced = هذا هو الإصدار { $edition }. حلّ محله الإصدار { $by }.
edition-withdrawn = هذا هو الإصدار { $edition }. سُحب في { $date }. { $reason }
edition-is-current = هذا هو النص الدائم للإصدار { $edition }، وهو النص الحالي.
edition-frozen = هذا هو النص الدائم للإصدار { $edition }. وهو سارٍ؛ ويُعدّ نص لاحق.
edition-draft = هذه مسودة. الإصدار { $edition } سارٍ.
edition-in-force = قراءة الإصدار { $edition }
edition-collated = كانت جميع نسخه ذات الحجية قد قوبلت عند تثبيته.
edition-consultation = معروض للتشاور من { $opens } إلى { $closes }
edition-not-adopted = لا يوجد. النص معروض للتشاور من { $opens } إلى { $closes }، ولم تعتمده أي هيئة.
edition-uncollated = لم تكن جميع نسخه ذات الحجية قد قوبلت عند تثبيته.
edition-corrected = الإصدار { $number }، التصويب { $corrigendum }
edition-dated = الإصدار { $number }، { $date }
edition-adopted = اعتمده { $body } في { $date }.
edition-record = المحضر: { $record }
edition-now = قراءة النص الحالي
edition-later = قراءة النص قيد الإعداد
edition-section-now = النص الحالي: { $target }
edition-section-gone = لم يعد في النص منذ الإصدار { $target }
corrigendum = التصويب { $number }، { $date }، { $by }: بدلا من «{ $old }» اقرأ «{ $new }».
corrigenda = { $count ->
       *[other] التصويبات: { $number }
    }
history = السجل
history-introduced = في النص منذ الإصدار { $edition }
history-changed = عُدّل في الإصدار { $edition }
history-moved = نُقل في الإصدار { $edition }
history-removed = ليس في الإصدار { $edition }
section-retired = لم يعد القسم «{ $title }» في النص منذ الإصدار { $edition }.
section-retired-in = قراءته في الإصدار { $edition }
changes-title = التغييرات من الإصدار { $from } إلى الإصدار { $to }
changes-description = ما تغير في { $title }، بعلاماته، بجميع لغاته.
redline-edition = الإصدار { $number }
redline-amended = الإصدار { $number } مع التعديل { $id }
amendments-title = التعديلات
amendments-table-title = التعديلات: جدول الملاحظات
amendments-description = ما يُقترح تغييره في «{ $work }»، ومن نظر فيه، وما تقرر.
amendments-counted = { $open } مفتوحة، { $decided } مبتوت فيها.
amendments-open-here =
    { $count ->
        [one] هناك تعديل مقترح مفتوح لهذا القسم:
       *[other] هناك تعديلات مقترحة مفتوحة لهذا القسم ({ $number }):
    }
amendment-name = التعديل { $id }
amendment-specimen = مثال خيالي
amendment-status-received = مستلم
amendment-status-submitted = مقدَّم
amendment-status-deliberation = قيد النظر
amendment-status-approved = معتمد
amendment-status-approved-modified = معتمد مع تغييرات
amendment-status-rejected = مرفوض
amendment-status-withdrawn = مسحوب
amendment-merged-status = { $status }، جزء من الطبعة { $edition }
amendment-kind-substantive = تغيير في الجوهر
amendment-kind-editorial = تغيير في الصياغة
amendment-kind-translation = تصحيح نسخة لغوية
amendment-kind-comment = ملاحظة
amendment-via-letter = وصل برسالة
amendment-via-email = وصل بالبريد الإلكتروني
amendment-via-form = وصل باستمارة
amendment-via-pull-request = وصل طلبَ تغيير في المستودع
amendment-via-meeting = وصل في اجتماع
amendment-level-local = نُظر فيه محليًا
amendment-level-national = نُظر فيه وطنيًا
amendment-level-international = نُظر فيه دوليًا
amendment-outcome-supported = مؤيَّد
amendment-outcome-supported-with-changes = مؤيَّد مع تغييرات
amendment-outcome-not-supported = غير مؤيَّد
amendment-replaces = نص آخر لـ«{ $section }»
amendment-inserts-before = قسم جديد، «{ $title }»، قبل «{ $section }»
amendment-inserts-after = قسم جديد، «{ $title }»، بعد «{ $section }»
amendment-deletes = حذف «{ $section }»
amendment-moves-before = نقل «{ $section }» إلى ما قبل «{ $other }»
amendment-moves-after = نقل «{ $section }» إلى ما بعد «{ $other }»
amendment-comments = بشأن «{ $section }»
amendment-approved-text = كما اعتُمد
amendment-proposed-text = كما اقتُرح
amendment-gone-on = تغيّر النص منذ ذلك الحين؛ هذا هو النص المقترح وحده بلا علامات.
amendment-no-text = لا يوجد بعد نص مقترح بهذه اللغة.
amendment-propose = اقتراح تغيير
amendment-subject = تعديل: { $folder }، { $section }
amendment-letter =
    نقترح تغيير هذا القسم:

    { $section }
    { $work }، الطبعة { $edition }
    { $address }

    النص المقترح:


    الأسباب:


    الجهة المقترِحة:
