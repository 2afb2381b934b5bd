# ما يقوله القالب في طبعات PDF.

## The title page

pdf-with-endorsements = مع تأييدات هذه الطبعة
pdf-with-endorsements-as-at = مع تأييدات هذه الطبعة حتى { $date }

## Endorsements

pdf-endorsing = ما يعنيه التأييد
pdf-endorsed-as-at = حتى { $date }، وهو آخر تاريخ مقيد في سجل المؤسسات المؤيدة.
pdf-endorsed-none-in-force = لا تأييد ساريًا لهذه الطبعة.
pdf-endorsed-active = السارية ({ $number })
pdf-endorsed-expired = التي انتهت مدتها ({ $number })
pdf-endorsed-withdrawn = المسحوبة ({ $number })
pdf-endorsed-merged = لمؤسسات خلفتها أخرى ({ $number })
pdf-endorsement-signed = وُقّع في { $date }
pdf-endorsement-effective = نافذ من { $date }
pdf-endorsement-until = لمدة تنتهي في { $date }
pdf-endorsement-scope =
    { $count ->
        [one] فيما يخص القسم { $sections } فقط
       *[other] فيما يخص الأقسام { $sections } فقط
    }
pdf-endorsement-reservations = التحفظات
pdf-endorsement-reservations-in = التحفظات (باللغة { $language })

## Anywhere

pdf-listed = { $before }، { $next }

## أوراق كتاب الوقائع

pdf-cited = [الاستشهاد: ص { $pages }]
pdf-cited-again = ({ $number })
pdf-and-others = { $name } وآخرون
pdf-running = { $authors }: { $title }
pdf-offprint = مستلّة

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

## What an institution fills in

sheet-page = صفحة { $number } من { $total }
sheet-text = النص

## The endorsement form

form-title = استمارة التأييد
form-purpose = تعلن المؤسسة بهذه الاستمارة تأييدها للنص المذكور أدناه، وتقدم البيانات التي يعرضها السجل العام للمؤسسات المؤيدة. والاستمارة للمؤسسات؛ ولا يجوز للأفراد التأييد.
form-verify = يقتصر التأييد على هذه الطبعة. وللتأكد من أن النص الذي بين أيديكم هو النص المؤيَّد، قارنوا رمز السلامة بالرمز الوارد في الصفحات الأخيرة من ملفه أو في عنوانه الدائم.
form-institution = المؤسسة
form-name = الاسم باللغة { $language }
form-name-other = الاسم بلغة أخرى، إن وُجد
form-acronym = الاسم المختصر
form-country = البلد (بلد المقر إن كانت هيئة دولية)
form-website = الموقع الشبكي
form-type = نوع المؤسسة. اختاروا نوعًا واحدًا:
form-decision = القرار
form-body = الهيئة التي قررت
form-resolution-number = رقم القرار
form-resolution-date = تاريخ القرار
form-resolution-address = مكان نشره، إن نُشر
form-signed = لغة النص المؤيَّد. اختاروا لغة واحدة:
form-term = آخر يوم، إن كان التأييد لمدة محددة
form-scope = النطاق والتحفظات
form-scope-whole = تؤيد المؤسسة النص كله.
form-scope-sections = تؤيد المؤسسة هذه الأقسام وحدها:
form-sections = أرقام الأقسام
form-reservations = التحفظات، إن وُجدت: ما لا تلتزم به المؤسسة، بعباراتها. وتُنشر كاملة حيثما ورد التأييد.
form-consent = ما يجوز نشره
form-consent-name = توافق المؤسسة على ذكر اسمها في السجل العام. ولا تُدرج فيه من دون هذه الموافقة.
form-consent-logo = توافق المؤسسة على أن يعرض السجل شعارها، وترسله ملفًّا من نوع SVG أو PNG.
form-published = يعرض السجل اسم المؤسسة ونوعها وبلدها وموقعها، والنص والطبعة، والنطاق، والتواريخ، والهيئة التي قررت ومكان نشر قرارها، ومنصب الموقّع، والتحفظات.
form-unpublished = ولا يعرض بيانات شخصية: لا أسماء أشخاص ولا توقيعات ولا عناوين بريدية أو إلكترونية ولا أرقام هاتف. ولا تُنشر هذه الاستمارة نفسها.
form-signing = التوقيع
form-place-date = المكان والتاريخ
form-office = منصب الموقّع
form-signature = التوقيع والختم
form-sending = جهة الإرسال
form-enclosed = تُرسل الاستمارة مع نسخة من القرار وكتاب رسمي من المؤسسة. ويُدرج التأييد بعد التحقق من صدورها عنها. ويجوز سحبه في أي وقت بالطريقة نفسها.
form-gap = لم يُنشر بعد
form-gap-remedy = سيُنشر ما ينقص هنا في صفحات النص، { $address }.

## The model resolution

resolution-title = نموذج قرار
resolution-purpose = نص يمكن أن تعتمده الهيئة المختصة في المؤسسة لتأييد الطبعة المذكورة أدناه. ويُكيَّف وفق قانون المؤسسة وعرفها: فما ورد بين معقوفتين يُملأ أو يُبقى أو يُحذف.
resolution-heading = قرار
resolution-body = إن [الهيئة المختصة] في [اسم المؤسسة]،
resolution-text = وقد اطلعت على النص المعنون { $title }، الطبعة { $edition }، المؤرخ { $date }، الذي نشره { $publisher } في { $address }، ورمز سلامته { $code }؛
resolution-remit = وإذ تعتبر أن المسائل التي يتناولها تدخل في اختصاص هذه المؤسسة، وأن تطبيقه يعود بالنفع على من تخدمهم؛
resolution-edition-alone = وإذ تعتبر أن التأييد يقتصر على تلك الطبعة، ولا يمتد إلى طبعات لاحقة ولا إلى منشورات أخرى؛
resolution-commitments = وإذ تأخذ في الاعتبار ما يُلزم به التأييد وما لا يُلزم به، على النحو المبين في المرفق؛
resolution-resolves = تقرر ما يلي:
resolution-ordinals = أولًا:; ثانيًا:; ثالثًا:; رابعًا:; خامسًا:; سادسًا:
resolution-endorse = تأييد النص المعنون { $title }، الطبعة { $edition }، [كله] [فيما يخص الأقسام [الأرقام]]؛
resolution-reservations = [إبداء التحفظات التالية، على أن تُنشر مع التأييد: [النص]؛]
resolution-carry-out = تنفيذ ما يُلزم به التأييد، في حدود اختصاصها؛
resolution-consent = الموافقة على ذكر اسمها [وعرض شعارها] في السجل العام للمؤسسات المؤيدة؛
resolution-office = تفويض [المنصب] في توقيع استمارة التأييد وإرسالها إلى الناشر مع نسخة من هذا القرار؛
resolution-publicity = إطلاع من تخدمهم على هذا القرار ونشره [في موقعها].
resolution-adopted = صدر في [المكان] بتاريخ [التاريخ]. [رقم القرار]
resolution-signed = [منصب الموقّع وتوقيعه والختم]
resolution-annex = المرفق: ما يعنيه التأييد
