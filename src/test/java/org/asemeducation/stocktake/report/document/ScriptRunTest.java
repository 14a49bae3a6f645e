package org.asemeducation.stocktake.report.document;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptRunTest {

	@Test
	void bracketsAndSpacesBetweenScriptsBelongToTheLatinRun() {
		assertThat(ScriptRun.of("ភ្នំពេញ (Phnom Penh), 北京")).containsExactly(new ScriptRun("ភ្នំពេញ", Script.KHMER),
				new ScriptRun(" (Phnom Penh), ", Script.LATIN), new ScriptRun("北京", Script.CHINESE));
	}

	@Test
	void spacesWithinAScriptStayInItsRun() {
		assertThat(ScriptRun.of("جامعة البنجاب")).containsExactly(new ScriptRun("جامعة البنجاب", Script.ARABIC));
	}

	@Test
	void chineseSignsBesideKanaAreJapanese() {
		assertThat(ScriptRun.of("東京の大学")).containsExactly(new ScriptRun("東京の大学", Script.JAPANESE));
		assertThat(ScriptRun.of("서울 大學")).containsExactly(new ScriptRun("서울 大學", Script.KOREAN));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "a ไทย b", "ไทย 北京", "👩‍🎓 ok", "Việt", "ไ", " ไทย ", "北京。上海" })
	void theRunsTogetherAreTheText(String text) {
		assertThat(ScriptRun.of(text).stream().map(ScriptRun::text).collect(Collectors.joining())).isEqualTo(text);
	}

}
