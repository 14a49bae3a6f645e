package org.asemeducation.stocktake.cockpit.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Writes down what is held about somebody, as one file.
 */
@Component
class PersonFiles {

	private final ObjectMapper json;

	private final TemplateEngine templates;

	private final Clock clock;

	PersonFiles(ObjectMapper json, TemplateEngine templates, Clock clock) {
		this.json = json;
		this.templates = templates;
		this.clock = clock;
	}

	/**
	 * The file, to be downloaded.
	 * @param all what is held
	 * @param format {@code json}, or else HTML
	 */
	ResponseEntity<byte[]> of(Everything all, String format) throws JsonProcessingException {
		boolean asJson = format.equals("json");
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"%s.%s\"".formatted(all.whom().file(), asJson ? "json" : "html"))
			.contentType(asJson ? MediaType.APPLICATION_JSON : MediaType.parseMediaType("text/html;charset=UTF-8"))
			.body(asJson ? asJson(all) : asPage(all));
	}

	private byte[] asJson(Everything all) throws JsonProcessingException {
		Map<String, Object> tables = new LinkedHashMap<>();
		all.held().forEach((held) -> tables.put(held.table(), held.rows()));
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("person", all.whom().name());
		file.put("address", all.whom().email());
		file.put("read_at", this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
		file.put("held", tables);
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file);
	}

	private byte[] asPage(Everything all) {
		Context context = new Context(Locale.ENGLISH,
				Map.of("all", all, "readAt", this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
		return this.templates.process("person-file", context).getBytes(StandardCharsets.UTF_8);
	}

}
