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
