package org.asemeducation.stocktake.report.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTextTest {

	@Test
	void charactersThatXmlForbidsAreTakenOut() {
		String text = "a\u0000b\u0008c\u000Bd\u001Fe\u007Ff\u0085g\uFFFEh\uFFFFi\uD800j";

		assertThat(CleanText.of(text)).isEqualTo("abcdef\nghij");
	}

	@Test
	void textIsComposed() {
		assertThat(CleanText.of("Vie\u0302\u0323t Nam")).isEqualTo("Việt Nam");
	}

	@Test
	void lineEndsAreLineFeedsAndTheEdgesAreClean() {
		assertThat(CleanText.of("  one\r\ntwo\rthree\tfour\n\n ")).isEqualTo("one\ntwo\nthree four");
	}

	@Test
	void emojiAndForeignScriptsStay() {
		assertThat(CleanText.of("👩‍🎓 ភ្នំពេញ 北京 جامعة")).isEqualTo("👩‍🎓 ភ្នំពេញ 北京 جامعة");
	}

}
