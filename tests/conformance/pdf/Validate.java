import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Validates PDFs against PDF/UA-1 and PDF/A-2a in one JVM.
 *
 * Takes a PDF that must fail both (the canary), and on standard input the paths of the PDFs to validate, each ended by NUL.
 * Prints one line a file and flavour, the failed rules below it, and "N passed, N failed". Exits 0 when all passed, 1 when
 * some failed, 2 when the validator itself cannot be believed.
 */
class Validate {
    static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A);

    public static void main(String[] args) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF); // what the parser mutters is no verdict; the verdicts are below
        VeraGreenfieldFoundryProvider.initialise();

        // A validator that finds nothing wrong with an untagged page has not looked.
        for (PDFAFlavour flavour : FLAVOURS) {
            if (validate(new File(args[0]), flavour).isCompliant()) {
                System.out.println("the validator let " + args[0] + " pass as " + flavour + "; its verdicts are worth nothing");
                System.exit(2);
            }
        }

        int passed = 0, failed = 0;
        String paths = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        for (String path : paths.isEmpty() ? new String[0] : paths.split("\0")) {
            for (PDFAFlavour flavour : FLAVOURS) {
                if (report(path, flavour)) passed++; else failed++;
            }
        }
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed > 0 ? 1 : passed > 0 ? 0 : 2);
    }

    /** The verdict, or an exception when the file could not be read to its end. */
    static ValidationResult validate(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             // One example of each failed rule is enough; the failures themselves are all counted.
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 1, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getJobEndStatus() != JobEndStatus.NORMAL) throw new Exception("stopped: " + result.getJobEndStatus());
            if (result.getPDFAFlavour() != flavour) throw new Exception("validated as " + result.getPDFAFlavour());
            if (result.getTotalAssertions() == 0) throw new Exception("no check was made");
            return result;
        }
    }

    static boolean report(String path, PDFAFlavour flavour) {
        ValidationResult result;
        try {
            result = validate(new File(path), flavour);
        } catch (Exception | StackOverflowError e) {
            System.out.printf("FAIL  %-6s  could not be validated  %s%n        %s%n", name(flavour), path, e);
            return false;
        }
        Map<RuleId, TestAssertion> examples = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) examples.putIfAbsent(assertion.getRuleId(), assertion);
        }
        Map<RuleId, Integer> rules = result.getFailedChecks();
        boolean passed = result.isCompliant() && rules.isEmpty() && examples.isEmpty();
        System.out.printf("%s  %-6s  %d failed rules, %d checks  %s%n", passed ? "pass" : "FAIL", name(flavour), rules.size(),
            result.getTotalAssertions(), path);
        rules.forEach((rule, times) -> {
            System.out.printf("        %s-%d, %d times: %s%n", rule.getClause(), rule.getTestNumber(), times,
                result.getValidationProfile().getRuleByRuleId(rule).getDescription().strip());
            TestAssertion example = examples.get(rule);
            if (example != null) {
                System.out.printf("          %s%n          at %s%n", example.getErrorMessage(), example.getLocation().getContext());
            }
        });
        return passed;
    }

    static String name(PDFAFlavour flavour) {
        return flavour == PDFAFlavour.PDFUA_1 ? "UA-1" : "A-2a";
    }
}
