package org.asemeducation.stocktake.notification.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.notification.letter.EscalationLetter.Facts;
import org.asemeducation.stocktake.notification.letter.EscalationLetter.Unanswered;
import org.asemeducation.stocktake.notification.template.Letter;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.notification.template.Templates;
import org.asemeducation.stocktake.notification.transport.MailSettings;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/**
 * The words of an escalation.
 */
class EscalationLetterTest {

	private static final Facts FACTS = new Facts("Ada Lane", "ASEF", List.of("Kim Lee", "Sam Roy", "Lou\nFox"),
			"ASEMME9", "From Bangkok to Malta", false, ZoneId.of("Europe/Rome"), LocalDate.of(2023, 9, 15),
			LocalDate.of(2023, 12, 1), List.of(new Unanswered("A01-I01", "ASEM-DUO", LocalDate.of(2023, 9, 15)),
					new Unanswered("A01-I02", "Programmes", LocalDate.of(2023, 10, 20))));

	private final Templates templates = mock(Templates.class);

	private final EscalationLetter letter = new EscalationLetter(this.templates, new LetterTemplates(),
			new MailSettings("AES <aes@example.org>", "aes@example.org", Duration.ofMinutes(2), 0),
			Clock.fixed(Instant.parse("2023-09-26T07:00:00Z"), ZoneOffset.UTC));

	@Test
	void allVariablesAreGiven() {
		assertThat(this.letter.words(FACTS).keySet())
			.containsExactlyInAnyOrderElementsOf(TemplateName.ESCALATION.names());
	}

	@Test
	void eachUpdateIsSaidWithItsOwnDay() {
		assertThat(this.letter.words(FACTS)).containsEntry("contacts", "Kim Lee, Sam Roy and Lou Fox")
			.containsEntry("updates", "2 updates")
			.containsEntry("owed",
					List.of(Map.of("id", "A01-I01", "title", "ASEM-DUO", "standing",
							"It was due on Friday 15 September 2023, 23:59 in Rome (Europe/Rome)."),
							Map.of("id", "A01-I02", "title", "Programmes", "standing",
									"It is due on Friday 20 October 2023, 23:59 in Rome (Europe/Rome).")));
	}

	@Test
	void whatIsProposedIsAsAPersonWouldTypeIt() {
		// given
		when(this.templates.write(eq(TemplateName.ESCALATION), eq("en"), ArgumentMatchers.<Map<String, Object>>any()))
			.thenReturn(new Letter("Still\nowed", "Ada,\n\n\n\nplease.\n", "<p>Ada, please.</p>"));
		// when
		Letter proposal = this.letter.propose(FACTS);
		// then
		assertThat(proposal.subject()).isEqualTo("Still owed");
		assertThat(proposal.text()).isEqualTo("Ada,\n\nplease.");
		assertThat(this.letter.asItStands(proposal).html()).contains("<p>Ada, please.</p>");
	}

	@Test
	void whatWasTypedIsOnlyText() {
		// when
		Written written = this.letter.edited("One <b>word</b>", "Dear Ada,\n\n<script>x</script>\nsecond line");
		// then
		assertThat(written.subject()).isEqualTo("One <b>word</b>");
		assertThat(written.text()).isEqualTo("Dear Ada,\n\n<script>x</script>\nsecond line\n");
		assertThat(written.html())
			.contains("<p>Dear Ada,</p>", "<p>&lt;script&gt;x&lt;/script&gt;<br>\nsecond line</p>")
			.doesNotContain("<script>", "<b>");
	}

}
