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
