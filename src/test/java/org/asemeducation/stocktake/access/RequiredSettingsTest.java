package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingException;
import org.junit.jupiter.api.Test;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RequiredSettingsTest {

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void installationOfItsOwnNeedsItsAddress() {
		assertThatExceptionOfType(SettingException.class).isThrownBy(() -> settings(false).afterPropertiesSet())
			.withMessageStartingWith("STOCKTAKE_PUBLIC_URL is not set: ");
	}

	@Test
	void addressThatIsSetIsTaken() {
		// given
		this.environment.setProperty("stocktake.public-url", "https://stocktake.example.org");

		// then
		assertThatCode(() -> settings(false).afterPropertiesSet()).doesNotThrowAnyException();
	}

	@Test
	void demonstrationNeedsNone() {
		assertThatCode(() -> settings(true).afterPropertiesSet()).doesNotThrowAnyException();
	}

	private RequiredSettings settings(boolean demonstration) {
		return new RequiredSettings(new DemoSettings(demonstration, "demo"), this.environment);
	}

}
