package org.asemeducation.stocktake.engine;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseInitializerTest {

	@TempDir
	private Path data;

	@Test
	void withoutAnAddressThereIsADatabaseAndTheDemonstrationOnThisMachineOnly() {
		// given
		try (GenericApplicationContext context = new GenericApplicationContext()) {

			// when
			initialize(context, Map.of("stocktake.data", this.data.toString(), "server.address", "0.0.0.0"));

			// then
			assertThat(setting(context, "spring.datasource.url")).startsWith("jdbc:postgresql://127.0.0.1:");
			assertThat(setting(context, "stocktake.demo.enabled")).isEqualTo("true");
			assertThat(setting(context, "server.address")).isEqualTo("127.0.0.1");
		}
	}

	@Test
	void theDatabaseStopsWithTheContext() {
		// given
		GenericApplicationContext context = new GenericApplicationContext();
		initialize(context, Map.of("stocktake.data", this.data.toString()));
		context.refresh();
		assertThat(this.data.resolve("postgres/postmaster.pid")).exists();

		// when
		context.close();

		// then
		assertThat(this.data.resolve("postgres/postmaster.pid")).doesNotExist();
	}

	@Test
	void withAnAddressNothingOfItHappens() {
		// given
		try (GenericApplicationContext context = new GenericApplicationContext()) {

			// when
			initialize(context, Map.of("spring.datasource.url", "jdbc:postgresql://db/stocktake", "stocktake.data",
					this.data.toString()));

			// then
			assertThat(setting(context, "spring.datasource.url")).isEqualTo("jdbc:postgresql://db/stocktake");
			assertThat(context.getEnvironment().containsProperty("stocktake.demo.enabled")).isFalse();
			assertThat(this.data).isEmptyDirectory();
		}
	}

	@Test
	void anEmptyAddressIsAMistake() {
		try (GenericApplicationContext context = new GenericApplicationContext()) {
			assertThatExceptionOfType(EmbeddedDatabaseException.class)
				.isThrownBy(() -> initialize(context, Map.of("spring.datasource.url", "")))
				.withMessage("SPRING_DATASOURCE_URL is set, but to nothing.");
		}
	}

	private static void initialize(GenericApplicationContext context, Map<String, Object> settings) {
		context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
		new EmbeddedDatabaseInitializer().initialize(context);
	}

	private static String setting(GenericApplicationContext context, String name) {
		return context.getEnvironment().getProperty(name);
	}

}
