package org.asemeducation.stocktake.notification.letter;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a template is told that it may say is there when a mail is written.
 */
class LetterWordsTest {

	private static final CycleFacts CYCLE = new CycleFacts("ASEMME9", "From Bangkok to Malta", ZoneId.of("Europe/Rome"),
			LocalDate.of(2023, 9, 15), LocalDate.of(2023, 12, 1));

	private static final ReaderDays DAYS = new ReaderDays(Instant.parse("2023-09-01T07:00:00Z"), CYCLE.zone(),
			CYCLE.zone());

	private final Item item = new Item("request", false, "A01-I02", "Title", "Action 1: One",
			"https://stocktake.example.org/i/ASEMME9/A01-I02", "ASEF", false, true, false, false, CYCLE.deadline(),
			null, null, List.of(), null, List.of(), 0);

	@Test
	void allVariablesOfMailsThatAskAreGiven() {
		// when
		Map<String, Object> words = words().informing(List.of(this.item))
			.asking(Asking.of(List.of(this.item)), List.of(this.item), CYCLE, DAYS)
			.all();
		// then
		assertThat(words.keySet()).containsExactlyInAnyOrderElementsOf(TemplateName.REQUEST.names());
	}

	@Test
	void allVariablesOfAnAdoptionAreGiven() {
		assertThat(words()
			.adopted(List.of(this.item), Map.of(), Optional.of(CYCLE.freeze()), "https://stocktake.example.org/reports")
			.all()
			.keySet()).containsExactlyInAnyOrderElementsOf(TemplateName.ADOPTED.names());
	}

	@Test
	void onlyWordsFlagsAndListsOfSuchLeave() {
		// when
		Map<String, Object> words = words().informing(List.of(this.item))
			.asking(Asking.of(List.of(this.item)), List.of(this.item), CYCLE, DAYS)
			.all();
		// then
		words.values().forEach(LetterWordsTest::isPlain);
	}

	private static void isPlain(Object value) {
		if (value instanceof List<?> list) {
			list.forEach((one) -> ((Map<?, ?>) one).values().forEach(LetterWordsTest::isPlain));
			return;
		}
		assertThat(value).isInstanceOfAny(String.class, Boolean.class);
	}

	private static LetterWords words() {
		return new LetterWords(new Addressee("Kim", "ASEF", "kim@example.org", "en"), "aes@example.org",
				new PublicUrl(URI.create("https://stocktake.example.org")))
			.of(CYCLE, List.of(), DAYS);
	}

}
