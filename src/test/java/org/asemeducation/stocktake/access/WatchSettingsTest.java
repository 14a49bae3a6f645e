package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WatchSettingsTest {

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	@ParameterizedTest
	@ValueSource(strings = { "secret", "0123456789abcdef0123456789abcde", "0123456789abcdef 123456789abcdef" })
	void aTokenThatCanBeGuessedStopsTheStart(String token) {
		assertThatExceptionOfType(SettingException.class).isThrownBy(() -> new WatchSettings(token))
			.withMessageContaining("STOCKTAKE_WATCH_TOKEN can be guessed")
			.withMessageNotContaining(token);
	}

	@Test
	void withoutATokenNoMachineWatches() {
		assertThat(new WatchSettings("").isSaidBy("Bearer ")).isFalse();
	}

	@Test
	void onlyTheWholeTokenIsHeard() {
		WatchSettings settings = new WatchSettings(TOKEN);

		assertThat(settings.isSaidBy("Bearer " + TOKEN)).isTrue();
		assertThat(settings.isSaidBy("Bearer " + TOKEN.substring(1))).isFalse();
		assertThat(settings.isSaidBy("bearer " + TOKEN.toUpperCase(java.util.Locale.ROOT))).isFalse();
	}

	@Test
	void theTokenIsNotWritten() {
		assertThat(new WatchSettings(TOKEN)).hasToString("WatchSettings[token=set]");
	}

}
