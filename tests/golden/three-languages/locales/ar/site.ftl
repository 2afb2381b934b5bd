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

## Legal facts

legal-title = بيانات عن هذا المنشور
# Instead of a fact that is not known.
legal-gap = لم يُنشر بعد

## How to cite

citation-title = كيفية الاستشهاد
