package org.asemeducation.stocktake.update.compare;

import java.util.List;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asemeducation.stocktake.update.compare.Part.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordComparisonTest {

	@Test
	void tellsTheWordsThatWereChanged() {
		// when
		List<Part> parts = WordComparison.of("Three courses in Riga.", "Four courses in Riga and Hanoi.");
		// then
		assertThat(parts).containsExactly(new Part(Kind.STRUCK, "Three"), new Part(Kind.ADDED, "Four"),
				new Part(Kind.SAME, " courses in Riga"), new Part(Kind.ADDED, " and Hanoi"), new Part(Kind.SAME, "."));
	}

	@Test
	void tellsCharactersApartWhereWordsHaveNoSpaces() {
		// when, then
		assertThat(WordComparison.of("三门课程", "四门课程")).containsExactly(new Part(Kind.STRUCK, "三"),
				new Part(Kind.ADDED, "四"), new Part(Kind.SAME, "门课程"));
	}

	@Test
	void twoLongTextsThatShareNothingAreComparedAllTheSame() {
		// given
		String earlier = "before ".repeat(2800);
		String later = "later ".repeat(3300);
		// when, then
		assertThat(spelled(WordComparison.of(earlier, later), Kind.STRUCK)).isEqualTo(later);
	}

	@Property(tries = 300)
	void spellsBothTexts(@ForAll String earlier, @ForAll String later) {
		// when
		List<Part> parts = WordComparison.of(earlier, later);
		// then
		assertThat(spelled(parts, Kind.ADDED)).isEqualTo(earlier);
		assertThat(spelled(parts, Kind.STRUCK)).isEqualTo(later);
		assertThat(parts).noneMatch((part) -> part.text().isEmpty());
	}

	@Property(tries = 100)
	void aTextComparedWithItselfIsOneStretchAtMost(@ForAll String text) {
		// when, then
		assertThat(WordComparison.of(text, text)).hasSize(text.isEmpty() ? 0 : 1)
			.allMatch((part) -> part.kind() == Kind.SAME);
	}

	private static String spelled(List<Part> parts, Kind without) {
		return parts.stream().filter((part) -> part.kind() != without).map(Part::text).collect(Collectors.joining());
	}

}
