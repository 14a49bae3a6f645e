package org.asemeducation.stocktake.report.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks veraPDF whether a file keeps the rules of PDF/UA-1 that a machine can check.
 */
public final class PdfUa {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

	private PdfUa() {
	}

	public static void assertKeptBy(byte[] pdf) throws Exception {
		assertThat(broken(pdf)).isEmpty();
	}

	static List<String> broken(byte[] pdf) throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance()
			.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
				PDFAValidator validator = Foundries.defaultInstance()
					.createValidator(PDFAFlavour.PDFUA_1, 10, false, false, false)) {
			ValidationResult result = validator.validate(parser);
			assertThat(result.getTotalAssertions()).isGreaterThan(100);
			return result.getTestAssertions()
				.stream()
				.filter((it) -> it.getStatus() == TestAssertion.Status.FAILED)
				.map((it) -> "%s-%d: %s (%s)".formatted(it.getRuleId().getClause(), it.getRuleId().getTestNumber(),
						it.getMessage(), it.getLocation().getContext()))
				.toList();
		}
	}

}
