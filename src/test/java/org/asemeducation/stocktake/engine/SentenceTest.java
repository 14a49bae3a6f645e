package org.asemeducation.stocktake.engine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceTest {

	@ParameterizedTest
	@ValueSource(strings = { "There is no page 0: begin with 1.", "\"x y\" is not a cycle's name: use letters." })
	void ourOwnWordsReachThePerson(String words) {
		assertThat(Sentence.of(new IllegalArgumentException(words))).isEqualTo(words);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "For input string: \"\"", "Illegal base64 character 3a", "source must not be null",
			"No enum constant org.example.Kind.x" })
	void whatJavaSaysDoesNot(String words) {
		assertThat(Sentence.of(new IllegalArgumentException(words))).startsWith("What was sent is not as it should be");
	}

	@Test
	void numbersThatAreNoneDoNotEither() {
		assertThat(Sentence.of(new NumberFormatException("Cannot parse null string."))).startsWith("What was sent");
	}

}
