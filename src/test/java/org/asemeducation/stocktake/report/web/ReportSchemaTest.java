package org.asemeducation.stocktake.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.asemeducation.stocktake.report.ReportFixture;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.asemeducation.stocktake.report.model.JsonReport;
import org.asemeducation.stocktake.report.model.ReportModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of the open data and the model say the same, both ways: fields, which
 * of them may be absent, and their types.
 */
class ReportSchemaTest {

	/** What only the file or the address has, beside the model. */
	private static final Set<String> AROUND = Set.of("licence", "page", "format", "formatVersion", "checksum");

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, Object> schemas = schemas();

	private final List<String> described = new ArrayList<>();

	@Test
	void eachFieldOfTheModelIsDescribedAndEachDescribedFieldIsOfTheModel() {
		isDescribed("report", ReportModel.class, named("Report"), AROUND);
		assertThat(this.described).hasSizeGreaterThan(150)
			.contains("report.parts.actions.initiatives.update.media.speaker");
	}

	@Test
	void theDataOfAReportIsAsDescribed() throws IOException {
		// given
		ReportModel model;
		try (RolledBackDatabase database = new RolledBackDatabase()) {
			ReportFixture fixture = new ReportFixture(database.jdbc()).everyStanding().confirmed(1, "1.1");
			ReportModel draft = fixture.reports().compile(ReportFixture.CYCLE);
			model = draft.with(ReportFixture.annex(draft));
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new JsonReport().write(model, out);
		// when
		check("report", JSON.readTree(out.toByteArray()), named("Report"));
		// then
		assertThat(this.described).contains("report.workPlan.lines.number", "report.paragraphs.from",
				"report.parts.actions.initiatives.update.commitments.outcome", "report.participation.partners");
	}

	private void isDescribed(String where, Class<?> type, Map<String, Object> schema, Set<String> around) {
		Map<String, Object> properties = child(schema, "properties");
		Set<String> fields = new TreeSet<>(around);
		Set<String> required = new TreeSet<>(around);
		for (RecordComponent component : type.getRecordComponents()) {
			String name = component.getName();
			fields.add(name);
			if (!isNullable(component)) {
				required.add(name);
			}
			assertThat(properties).as(where).containsKey(name);
			isDescribed(where + "." + name, component.getGenericType(), child(properties, name));
		}
		assertThat(new TreeSet<>(properties.keySet())).as(where).isEqualTo(fields);
		assertThat(new TreeSet<>(list(schema, "required"))).as("what is always there of " + where).isEqualTo(required);
	}

	private void isDescribed(String where, Type type, Map<String, Object> given) {
		Map<String, Object> schema = resolved(given);
		this.described.add(where);
		if (type instanceof ParameterizedType list) {
			assertThat(schema).as(where).containsEntry("type", "array");
			isDescribed(where, list.getActualTypeArguments()[0], child(schema, "items"));
		}
		else if (type instanceof Class<?> record && record.isRecord()) {
			assertThat(schema).as(where).containsEntry("type", "object");
			isDescribed(where, record, schema, Set.of());
		}
		else if (type instanceof Class<?> choice && choice.isEnum()) {
			assertThat(list(schema, "enum")).as(where)
				.containsExactlyElementsOf(
						Arrays.stream(choice.getEnumConstants()).map((it) -> JSON.valueToTree(it).asText()).toList());
		}
		else if (type == Instant.class || type == LocalDate.class) {
			assertThat(schema).as(where)
				.containsEntry("type", "string")
				.containsEntry("format", (type == Instant.class) ? "date-time" : "date");
		}
		else if (type == int.class || type == Integer.class) {
			assertThat(schema).as(where).containsEntry("type", "integer");
		}
		else if (type == boolean.class || type == Boolean.class) {
			assertThat(schema).as(where).containsEntry("type", "boolean");
		}
		else {
			assertThat(type).as(where).isEqualTo(String.class);
			assertThat(schema.containsKey("enum") || "string".equals(schema.get("type"))).as(where).isTrue();
		}
	}

	private void check(String where, JsonNode value, Map<String, Object> given) {
		Map<String, Object> schema = resolved(given);
		this.described.add(where);
		if (schema.get("properties") instanceof Map<?, ?>) {
			Map<String, Object> properties = child(schema, "properties");
			value.fieldNames().forEachRemaining((name) -> {
				assertThat(properties).as(where).containsKey(name);
				check(where + "." + name, value.get(name), child(properties, name));
			});
			List<String> required = list(schema, "required");
			assertThat(required).as(where)
				.filteredOn((name) -> !name.equals("licence") && !name.equals("page"))
				.allMatch(value::has);
		}
		else if (schema.containsKey("items")) {
			assertThat(value.isArray()).as(where).isTrue();
			value.forEach((item) -> check(where, item, child(schema, "items")));
		}
		else if (schema.containsKey("enum")) {
			assertThat(list(schema, "enum")).as(where).contains(value.asText());
		}
		else if (schema.get("pattern") instanceof String pattern) {
			assertThat(value.asText()).as(where).matches(pattern);
		}
	}

	private static boolean isNullable(RecordComponent component) {
		AnnotatedType type = component.getAnnotatedType();
		return type.isAnnotationPresent(Nullable.class);
	}

	private Map<String, Object> resolved(Map<String, Object> schema) {
		return (schema.get("$ref") instanceof String name) ? named(name.substring(name.lastIndexOf('/') + 1)) : schema;
	}

	private Map<String, Object> named(String name) {
		assertThat(this.schemas).containsKey(name);
		return child(this.schemas, name);
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> child(Map<String, Object> parent, String name) {
		return (Map<String, Object>) parent.get(name);
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(Map<String, Object> schema, String name) {
		return (List<String>) schema.getOrDefault(name, List.of());
	}

	private static Map<String, Object> schemas() {
		try {
			Map<String, Object> description = new Yaml()
				.load(new ClassPathResource("api/reports.yaml").getInputStream());
			return child(child(description, "components"), "schemas");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
