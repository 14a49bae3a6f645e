package org.asemeducation.stocktake.engine;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EngineTextTest {

	@Test
	void aNameThatTheEngineCanKeepStays() {
		assertThat(EngineText.name("Provide update: A01-I01 Fellowships"))
			.isEqualTo("Provide update: A01-I01 Fellowships");
		assertThat(EngineText.name("\uD83D\uDE00".repeat(255))).isEqualTo("\uD83D\uDE00".repeat(255));
	}

	@Test
	void aLongerOneEndsWithAnEllipsisAndWholeCharacters() {
		assertThat(EngineText.name("x".repeat(300))).hasSize(255).endsWith("x…");
		assertThat(EngineText.name("\uD83D\uDE00".repeat(256))).isEqualTo("\uD83D\uDE00".repeat(254) + "…");
	}

	@Test
	void aTaskIsNamedAndNamedAnewWithWhatTheEngineCanKeep() {
		// given
		String title = "Review update: " + "x".repeat(300);

		// then
		assertThat(new TaskRule.Face(title, null).name()).hasSize(255).endsWith("x…");
		assertThat(new TaskRule.Face("Review update", null).name()).isEqualTo("Review update");
	}

}
