package org.asemeducation.stocktake.notification.escalation;

import org.asemeducation.stocktake.engine.Refused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What the form may say.
 */
class DecisionTest {

	@Test
	void eachChoiceNeedsItsFields() {
		assertThat(wrong(new Decision(null, "S", "T", "R"))).startsWith("choice: Choose");
		assertThat(wrong(new Decision("later", "S", "T", "R"))).startsWith("choice: Choose");
		assertThat(wrong(new Decision("hold", "S", "T", " ")))
			.isEqualTo("reason: Say in a few words why it is not sent.");
		assertThat(wrong(new Decision("soften", " ", "T", null))).isEqualTo("subject: Write what the mail is about.");
		assertThat(wrong(new Decision("send", "S", null, null))).isEqualTo("text: Write the mail, or hold it.");
		assertThatCode(() -> new Decision("hold", null, null, "Not now").check()).doesNotThrowAnyException();
		assertThatCode(() -> new Decision("soften", "S", "T", null).check()).doesNotThrowAnyException();
	}

	@Test
	void nothingGrowsWithoutEndAndASubjectIsOneLine() {
		assertThat(wrong(new Decision("soften", "S\nBcc: all@example.org", "T", null)))
			.isEqualTo("subject: Write the subject on one line.");
		assertThat(wrong(new Decision("soften", "S".repeat(201), "T", null)))
			.isEqualTo("subject: Say it in at most 200 characters.");
		assertThat(wrong(new Decision("soften", "S", "T".repeat(10_001), null)))
			.isEqualTo("text: Say it in at most 10,000 characters.");
		assertThat(wrong(new Decision("hold", null, null, "R".repeat(1001))))
			.isEqualTo("reason: Say it in at most 1,000 characters.");
	}

	@Test
	void linesAreKeptAsTheWebSendsThemAndNothingThatNobodySees() {
		// when
		Decision decision = new Decision("soften", " A\u0007b ", "One\r\ntwo\tthree\u0000\n\nfour ", null);
		// then
		assertThat(decision.subject()).isEqualTo("Ab");
		assertThat(decision.text()).isEqualTo("One\ntwo three\n\nfour");
	}

	private static String wrong(Decision decision) {
		Refused refused = catchThrowableOfType(Refused.class, decision::check);
		return refused.problems().get(0).field() + ": " + refused.problems().get(0).message();
	}

}
