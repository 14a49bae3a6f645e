package org.asemeducation.stocktake.plan;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceholdersTest {

	@ParameterizedTest
	@ValueSource(strings = { "To be completed", "to be completed.", "TO BE COMPLETED BY ASEF",
			"To be completed by the EC", "To be completed by ESN EC",
			"To be checked/completed by the ASEM-DUO Secretariat",
			"To be completed by LLL HUB RN2 on Worplace Learning",
			"To be completed by the Research Network 1 on “eASEM”", "(To be further discussed with Russia)",
			"To be further discussed with University Aschaffenburg & Asia Europe Institute (University of Malaya)",
			"To be further discussed with ETF/CEDEFOP/UNESCO & ASEAN Secretariat",
			"(To be discussed with K-MOOC Center, National Institute for Lifelong Education, Korea)",
			"To be confirmed by the Working Group coordinated by China, Malaysia and the UK.", "TBC", "tbc", "[TBD]",
			"t.b.c.", "TBA", "tbc by AES", "- TBC", "X pairs", "x students", "XX", "xxx", "…", "...", "To follow",
			"to be confirmed", "Still to be confirmed", "To be completed by ASEF. TBC", "To be completed\n\nTBD",
			"to\u00A0be\u00A0completed", "To be com\u00ADpleted", "ＴＢＣ", "to be\u200B completed",
			"Lorem ipsum dolor sit amet" })
	void nothingButAPlaceholderIsRecognised(String text) {
		assertThat(Placeholders.isOnlyPlaceholder(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "n/a", "N/A", "None.", "Nothing to report.",
			"X pairs of students and researchers are exchanged", "Exchange of x pairs of students per year (ongoing)",
			"100 pairs", "Hold the alumni meeting (TBC).", "To be completed by ASEF. 300 pairs were exchanged.",
			"To be discussed with 14 ministries at SOM2 in January 2024", "To complete the network, we met twice.",
			"The programme is to be completed in May.", "TBCs of the past", "Outbd", "進捗は順調です。", "Прогресс есть",
			"İstanbul'da bir toplantı" })
	void aTextIsNoPlaceholder(String text) {
		assertThat(Placeholders.isOnlyPlaceholder(text)).isFalse();
	}

	@Test
	void placeholdersInsideALongerTextAreFound() {
		// when
		List<String> found = Placeholders
			.within("We met in Riga. The next event (2024, TBC) is for x pairs; hosts to be identified.");
		// then
		assertThat(found).containsExactly("TBC", "x pairs", "to be identified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "The study is to be completed in May.", "Results are expected to be announced soon.",
			"Twenty workshops to be developed and implemented.", "Generation Alpha, 2 x 10 pairs", "Outbacks" })
	void ordinarySentencesHoldNone(String text) {
		assertThat(Placeholders.within(text)).isEmpty();
	}

	@Test
	void theDraftHasThirtySixInitiativesWithPlaceholders() {
		// given
		ActionPlan draft = PlanFiles.draftPlan();
		// when
		List<Initiative> open = draft.initiatives()
			.stream()
			.filter((initiative) -> texts(initiative).anyMatch((text) -> !Placeholders.within(text).isEmpty()))
			.toList();
		// then
		assertThat(open).hasSize(36);
	}

	@Test
	void theFinalPlanKeepsTwoPlaceholdersInActionThirteen() {
		// given
		Initiative bridging = PlanFiles.finalPlan().initiative(new InitiativeId("A13-I01")).orElseThrow();
		// when
		List<String> open = texts(bridging).filter(Placeholders::isOnlyPlaceholder).toList();
		// then
		assertThat(open).hasSize(2);
	}

	@Test
	void longTextsTakeNoTime() {
		// given
		String dots = ". ".repeat(100_000) + "a" + "(".repeat(100_000) + "x ".repeat(50_000) + "to be ".repeat(20_000);
		// then
		assertThat(Placeholders.isOnlyPlaceholder(dots)).isFalse();
		assertThat(Placeholders.within(dots)).isEmpty();
	}

	private static Stream<String> texts(Initiative initiative) {
		return Stream
			.of(Stream.of(initiative.title()), initiative.details().stream(), initiative.milestones().stream(),
					initiative.outcomes().stream())
			.flatMap((texts) -> texts);
	}

}
