# ما يقوله القالب في صفحات الموقع.

## The frame of every page

skip-to-content = انتقل إلى المحتوى
languages-label = اللغة
breadcrumb-label = أنت هنا
published-by = الناشر: { $publisher }
all-languages = جميع اللغات
licence = الرخصة:
page-address = عنوان هذه الصفحة:

## Home

works-title = النصوص
works-none = لم يُنشر أي نص بعد.

## The title page of a work

start-reading = ابدأ القراءة
contents-title = المحتويات
contents-sections = الأقسام
intro-title = مقدمة
facts-title = عن هذا النص
facts-languages = اللغات
facts-licence = الرخصة
facts-fingerprint = رمز السلامة
facts-fingerprint-meaning = يُحسب من نص هذه الطبعة بجميع لغاتها. أي ملف PDF يحمل الرمز نفسه يتضمن هذا النص.
downloads-title = التنزيلات
downloads-parallel = جنبًا إلى جنب
downloads-endorsed = مع التأييدات المسجلة حتى التاريخ الوارد فيه
endorsements-title = التأييدات
endorsements-none = لم تؤيد أي مؤسسة هذه الطبعة بعد.
endorsements-closed = هذه الطبعة غير مفتوحة للتأييد.
forms-title = كيفية التأييد
forms-resolve = تعتمد الهيئة المختصة في المؤسسة قرارًا يسمي النص والطبعة. ويمكن تكييف النموذج.
forms-fill-in = تملأ المؤسسة الاستمارة وتوقعها.
forms-send = وترسلهما مع كتاب رسمي؛ وتبين الاستمارة الجهة. وتُدرج المؤسسة بعد التحقق من صدورهما عنها.

## Chapters

toc-title = في هذه الصفحة
alone = وحدها
sequence-label = الفصول
previous = السابق
next = التالي

## Nothing at this address

not-found-title = لا توجد صفحة في هذا العنوان
not-found-text = ربما كُتب العنوان خطأً أو نُقلت الصفحة. تحتفظ الأقسام المنشورة بعناوينها: ابحث عن قسمك من الصفحة الرئيسة.
not-found-home = إلى الصفحة الرئيسة

## Menus

menu-label = الصفحات الرئيسية
footer-menu-label = عن هذا الموقع

## News

news-newest-first = من الأحدث إلى الأقدم
news-all = جميع الأخبار
news-none = لا توجد أخبار بعد.
news-sequence-label = الأخبار
news-older = الأقدم
news-newer = الأحدث
feed-title = خلاصة الأخبار

## The glossary

# Followed by a link to the section.
glossary-defined = التعريف في:

## The register

register-meaning-title = ماذا يعني التأييد
register-meaning = تعلن المؤسسة المؤيِّدة أنها ستطبّق طبعة واحدة من نص واحد في نطاق اختصاصها. ويبيّن كل نص في صفحته ما يُلزم به التأييد المؤسسة وما لا يُلزمها به.
register-rules = لا تُدرج مؤسسة هنا إلا تحت النص والطبعة اللذين أيّدتهما، وبعد التحقق من تأييدها. ولا يمكن تأييد مسودة للتشاور ما لم تذكر صفحتها خلاف ذلك.

specimen = مثال وهمي
with-reservations = مع تحفظات
signed-on = التوقيع:
partly = جزئيًا
register-as-at = السجل حتى:
register-texts = بحسب النص
register-countries-title = بحسب البلد
register-types = بحسب نوع المؤسسة
register-see = من أيّد هذه الطبعة
register-see-others = قائمة هذه الطبعة
roll-active = التأييدات السارية
roll-ended = التأييدات المنتهية
roll-specimens = أمثلة وهمية
roll-specimens-meaning = هذه المؤسسات غير موجودة. إنها تبيّن شكل السجل ولا تُحتسب في أي عدد.
roll-too-long = القائمة طويلة: اختر أعلاه نصًا أو بلدًا أو نوعًا.
filter-title = الاختيار من بين المؤسسات
filter-name = الاسم
filter-text = النص
filter-country = البلد
filter-type = النوع
filter-all = الكل
filter-shown = المؤسسات المعروضة: #
filter-none = لا توجد في القائمة مؤسسة كهذه.
charts-title = بالأرقام
chart-table = الأرقام في جدول
chart-country = البلد
chart-institutions = المؤسسات
chart-period = وُقّعت في
chart-signed = التأييدات
chart-total = المجموع حتى ذلك الحين
pager-label = صفحات القائمة
pager-previous = الصفحة السابقة
pager-next = الصفحة التالية
open-data-title = بيانات مفتوحة
open-data-meaning = السجل كله لإعادة الاستخدام، والأمثلة الوهمية معلَّمة فيه.
badge-title = للمؤسسات التي أيّدت هذه الطبعة
badge-meaning = تقود الشارة إلى هذه القائمة، حيث يرى الجميع من أيّد الطبعة. انسخ هذا في صفحتك:

## An institution

signatory-about = المؤسسة
signatory-acronym = الاسم المختصر
signatory-former = سابقًا
signatory-until = حتى
signatory-type = النوع
signatory-country = البلد
signatory-subdivision = المنطقة
signatory-identifiers = المعرّفات
signatory-website = الموقع
signatory-verified-by = التحقق
signatory-succeeds = تخلف
signatory-succeeded = تخلفها
signatory-succeeded-unlisted = مؤسسة أخرى غير مدرجة في هذا السجل
signatory-specimen = هذه المؤسسة غير موجودة: إنها مثال وهمي يبيّن شكل السجل.
endorsement-status = الحالة
endorsement-scope = يشمل
endorsement-whole = النص كله
endorsement-language = اللغة
endorsement-signed = التوقيع
endorsement-effective = سارٍ من
endorsement-registered = التسجيل
endorsement-until = صالح حتى
endorsement-authority = القرار
endorsement-reservations = التحفظات
endorsement-reference = مرجع السحب

## Legal facts

legal-title = بيانات عن هذا المنشور
# Instead of a fact that is not known.
legal-gap = لم يُنشر بعد

## How to cite

citation-title = كيفية الاستشهاد

## The ways into a work

facet-meaning = لكل قسم من هذا النص علامات. اختر علامة لترى الأقسام التي تحملها بأرقامها.
facet-gathered-title = الأقسام
facet-gathered-none = لا أقسام.
facet-left-out-title = الفصول المتروكة
facet-whole = النص كاملًا بترتيبه

## حالة النسخ اللغوية

standing-version = اللغة
standing-done = النسبة
standing-sections = الأقسام
standing-collated = المقارنة
standing-review = قيد المراجعة
standing-new = لم تقارن بعد
standing-questions = عليها أسئلة
standing-under-review = أقسام قيد المراجعة
facts-standing = النسخ اللغوية

## Proceedings

panels-title = الجلسات
panel-coordinators = التنسيق
panel-papers = الأوراق
panel-papers-none = لم تُنشر أي ورقة بعد.
panel-conclusions = الاستنتاجات
panel-conclusions-none = لم تُنشر استنتاجات هذه الجلسة بعد.
paper-abstract = الملخص
paper-article = المقالة
paper-abstract-only = ملخص
paper-keywords = الكلمات المفتاحية
paper-specimen = هذه الورقة ومؤلفوها افتراضيون، وتبيّن شكل الكتاب.
panel-specimen = هذه الجلسة ومنسقوها افتراضيون، وتبيّن شكل الكتاب.
authors-meaning = كل من كتب ورقة في هذا الكتاب، مع أوراقه.
submission-meaning = ما يُطلب ممن يقدم مساهمة. وتتحقق الأداة التي تصنع هذا الكتاب من القواعد نفسها.
submission-sections = الأقسام المنتظرة
submission-sections-meaning = للمقالة هذه الأقسام بهذه العناوين أو بغيرها.
submission-counting = تُعدّ الكلمات كما يعدّها إنسان: تُعدّ الحواشي والجداول وعناوينها، ولا يُعدّ العنوان والاستشهادات والمراجع.
editions-title = الإصدارات
editions-changes = ما الذي تغير

## Amendments

amendments-open = مفتوحة
amendments-decided = مبتوت فيها
amendments-none = لا شيء.
amendments-as-table = جدول ملاحظات
amendments-as-list = قائمة
amendments-feed = خلاصة التعديلات
amendments-all = كل التعديلات
amendments-column-number = الرقم
amendments-column-section = القسم
amendments-column-type = النوع
amendments-column-comment = الملاحظة
amendments-column-proposal = الاقتراح
amendments-column-decision = القرار
amendment-others = مفتوحة بشأن الأقسام نفسها
amendment-reasons = الأسباب
amendment-way = من الاقتراح إلى القرار
amendment-record = محضر
amendment-facts = عن هذا التعديل
amendment-base = مقترح على
amendment-proposer = مقترح من
amendment-sections = الأقسام
amendment-marks = ما قد يتغير، بـ
facts-amendments = التعديلات
