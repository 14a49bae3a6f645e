package org.asemeducation.stocktake.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cuts and changes scenario files at random: each is read, or refused in one line that
 * says where.
 */
class MutatedScenarioTest {

	private static final String[] PIECES = { "\n", ":", "- ", "{", "}", "[", "]", "\"", "'", "#", "&a ", "*a", "!!x ",
			"|", ">", "~", "\t", "\u0000", "\uFFFF", "\u202E", "2026-02-30", "1e999", "null", "true", "---\n", "=1+1",
			"../..", "<script>", "\uD83D\uDE00", "x".repeat(30_000) };

	private final Random random = new Random(20300);

	@ParameterizedTest
	@ValueSource(strings = { "rehearsal/short.yaml", "rehearsal/two-cycles.yaml", "rehearsal/asemme9.yaml" })
	void aChangedFileIsReadOrRefused(String resource) throws IOException {
		// given
		String scenario = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
		int tries = (scenario.length() > 20_000) ? 40 : 400;
		int read = 0;

		// when
		for (int number = 0; number < tries; number++) {
			read += isRead(changed(scenario)) ? 1 : 0;
		}

		// then
		assertThat(read).isBetween(tries / 50, tries - tries / 50);
	}

	@Property(tries = 500)
	void anyTextIsReadOrRefused(@ForAll String text) {
		isRead(text);
	}

	@Test
	void aliasesDoNotBurst() {
		StringBuilder bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
		for (char name = 'b'; name < 'l'; name++) {
			bomb.append("%1$s: &%1$s [%2$s]\n".formatted(name, ("*" + (char) (name - 1) + ",").repeat(9)));
		}

		assertThat(isRead(bomb.toString())).isFalse();
		assertThat(isRead("[".repeat(10_000))).isFalse();
		assertThat(isRead("!!javax.script.ScriptEngineManager []")).isFalse();
	}

	private static boolean isRead(String text) {
		try {
			ScenarioReader.read("scenario.yaml", text);
			return true;
		}
		catch (BadScenario ex) {
			assertThat(ex.getMessage()).startsWith("scenario.yaml")
				.doesNotContain("\n")
				.doesNotContain("java.", "Exception")
				.hasSizeLessThan(2_000);
			return false;
		}
	}

	private String changed(String text) {
		int at = this.random.nextInt(text.length());
		int end = Math.min(text.length(), at + this.random.nextInt(30));
		return switch (this.random.nextInt(4)) {
			case 0 -> text.substring(0, at);
			case 1 -> text.substring(0, at) + text.substring(end);
			case 2 -> text.substring(0, at) + PIECES[this.random.nextInt(PIECES.length)] + text.substring(at);
			default -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
		};
	}

}
