package org.asemeducation.stocktake.watch.log;

import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DiscretionTest {

	private static final String PERSON = "Ada Marker";

	private final LoggerContext logs = new LoggerContext();

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	@ParameterizedTest
	@ValueSource(strings = { "plain", "ecs", "logstash", "gelf" })
	void whatAnExceptionQuotesIsLeftOutInEveryForm(String form) {
		// given
		Exception cause = new IllegalStateException("\"" + PERSON + "\" is no date");
		Exception failure = new IllegalArgumentException("Row 3: " + cause.getMessage(), cause);
		failure.addSuppressed(new IllegalStateException(PERSON + " beside it"));

		// when
		logger(form).error("Job {} failed: {}", 12, failure.getMessage(), failure);

		// then
		assertThat(written()).doesNotContain(PERSON)
			.contains("Job 12 failed: " + Discretion.LEFT_OUT, "IllegalArgumentException", "IllegalStateException",
					"DiscretionTest.whatAnExceptionQuotes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "ecs" })
	void addressesAreLeftOutWhereverTheyStand(String form) {
		// when
		logger(form).atWarn()
			.addKeyValue("whom", "ada.marker@asef.example")
			.log("Wrote to <ada.marker@asef.example>, Ädä.O'Märker+x@sub.asef.example and file-desk@asef.example-12.eml");

		// then
		assertThat(written()).doesNotContain("asef.example", "arker").contains("Wrote to <(address)>");
	}

	@Test
	void whatIsSaidOfMachinesStays() {
		// when
		logger("plain").warn("HikariPool holds PgConnection@54b6f0f2",
				new ConnectException("Connection refused: database/10.0.0.7:5432"));

		// then
		assertThat(written()).contains("PgConnection@54b6f0f2", "Connection refused: database/10.0.0.7:5432");
	}

	@Test
	void aDatabaseSaysItsStateAndNotTheRow() {
		// when
		logger("plain").warn("Not written", new SQLException("Key (name)=(Ada Marker) already exists", "23505"));

		// then
		assertThat(written()).contains("SQL state 23505").doesNotContain(PERSON);
	}

	@Test
	void aLineOfJsonHasTheKindOfTheFailureAndWhereItHappened() {
		// when
		logger("ecs").error("It failed", new IllegalStateException(PERSON));

		// then
		assertThat(JsonPath.<String>read(written(), "$.error.type")).isEqualTo("java.lang.IllegalStateException");
		assertThat(JsonPath.<String>read(written(), "$.error.message")).isEqualTo(Discretion.LEFT_OUT);
		assertThat(JsonPath.<String>read(written(), "$.error.stack_trace")).contains("DiscretionTest.aLineOfJson");
		assertThat(JsonPath.<String>read(written(), "$.service.name")).isEqualTo("stocktake");
	}

	@Test
	void anAppenderIsMadeDiscreetOnce() {
		// given
		Logger logger = logger("plain");

		// when
		DiscreetLogs.makeDiscreet(logger);
		logger.info("once");

		// then
		assertThat(written().lines()).hasSize(1);
	}

	private Logger logger(String form) {
		this.logs.setMDCAdapter(new LogbackMDCAdapter());
		this.logs.putObject(Environment.class.getName(),
				new MockEnvironment().withProperty("spring.application.name", "stocktake")
					.withProperty("logging.structured.gelf.host", "stocktake"));
		OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
		appender.setContext(this.logs);
		appender.setEncoder(encoder(form));
		appender.setOutputStream(this.written);
		appender.start();
		Logger logger = this.logs.getLogger("a.class.of.Ours");
		logger.addAppender(appender);
		DiscreetLogs.makeDiscreet(logger);
		return logger;
	}

	private Encoder<ILoggingEvent> encoder(String form) {
		if (form.equals("plain")) {
			PatternLayoutEncoder plain = new PatternLayoutEncoder();
			plain.setContext(this.logs);
			plain.setPattern("%level %logger %msg %kvp%n%ex");
			plain.start();
			return plain;
		}
		StructuredLogEncoder structured = new StructuredLogEncoder();
		structured.setContext(this.logs);
		structured.setFormat(form);
		structured.start();
		return structured;
	}

	private String written() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

}
