package org.asemeducation.stocktake.access.doors;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Forms get any JSON that somebody could send: it is taken in as it is, or refused with a
 * sentence and nothing has changed.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFormsTest {

	private static final String UPDATE = "/api/updates/DOORS-F/A01-I02";

	private static final JsonMapper JSON = new JsonMapper();

	static final List<String> unkeepable = List.of("{\"progress\":\"a\\u0000b\"}", "{\"progress\":\"\\uD800\"}",
			"{\"progress\":\"\\uDC00 and\"}", "{\"a\\u0000b\":\"x\"}", "{\"partners\":[\"\\u0000\"]}",
			"{\"answers\":{\"1\":\"\\uD83D\"}}");

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	private Company company;

	@BeforeAll
	void come() {
		this.company = Premises.open(this.context);
		Things.sendRound(this.jdbc);
	}

	@Test
	void aDraftIsKeptAsItWasTypedOrNotAtAll() {
		// given
		Visitor coordinator = this.company.as(Role.COORDINATOR);
		int[] kept = { 0 };

		// when, then
		Fuzz.each(updates(), 120, (content) -> {
			JsonNode before = draft(coordinator);
			HttpResponse<String> answer = put(coordinator, before.path("version").asLong(), Shapes.written(content));
			Proper.answer("the draft", answer);
			JsonNode after = draft(coordinator);
			if (answer.statusCode() == 200) {
				kept[0]++;
				assertThat(after.path("content")).isEqualTo(content);
			}
			else {
				assertThat(answer.statusCode()).isIn(400, 413, 422);
				assertThat(after).isEqualTo(before);
			}
		});
		assertThat(kept[0]).as("drafts that were kept").isBetween(10, 110);
	}

	@Test
	void theLongestTextsAreKeptToTheLastCharacter() {
		// given
		Visitor coordinator = this.company.as(Role.COORDINATOR);
		ObjectNode content = JSON.createObjectNode();
		content.put("progress", "\uD83D\uDE00".repeat(10_000));
		content.put("challenges", "<script>".repeat(2_500));
		content.put("highlights", "\u202E" + "x".repeat(19_999));

		// when
		HttpResponse<String> answer = put(coordinator, draft(coordinator).path("version").asLong(), content.toString());

		// then
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(draft(coordinator).path("content")).isEqualTo(content);
	}

	@ParameterizedTest
	@FieldSource("unkeepable")
	void whatCannotBeKeptIsSaidAndNotKept(String content) {
		// given
		Visitor coordinator = this.company.as(Role.COORDINATOR);
		JsonNode before = draft(coordinator);

		// when
		HttpResponse<String> answer = put(coordinator, before.path("version").asLong(), content);

		// then
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("which cannot be kept: delete it and try again.");
		assertThat(draft(coordinator)).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			POST, AES,         /api/cycles
			POST, AES,         /api/cycles/preview
			POST, AES,         /api/cycles/DOORS-F/drafts
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/confirmation
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/outcome
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/minutes
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/record
			PUT,  AES,         /api/cycles/DOORS-F/meetings/SOM2
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/hosting/proposal
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/hosting/theme
			POST, AES,         /api/cycles/DOORS-F/meetings/SOM2/hosting/programme
			POST, COORDINATOR, /api/cycles/DOORS-F/slots/A01-I02
			POST, AES,         /api/endorsements/DOORS-A/asked
			POST, AES,         /api/endorsements/DOORS-A/carried-over
			POST, AES,         /api/endorsements/DOORS-A/amendments
			POST, AES,         /api/endorsements/DOORS-A/lines
			PUT,  AES,         /api/endorsements/DOORS-A/lines/1
			POST, AES,         /api/endorsements/DOORS-A/lines/1/striking
			POST, AES,         /api/endorsements/DOORS-A/changes
			POST, AES,         /api/endorsements/DOORS-A/adoption
			PUT,  AES,         /api/reports/DOORS-B/chapters/foreword
			POST, AES,         /api/reports/DOORS-B/chapters/foreword/finished
			PUT,  COORDINATOR, /api/reports/DOORS-C/commissions/1
			POST, COORDINATOR, /api/reports/DOORS-C/commissions/1/handed-in
			POST, AES,         /api/reports/DOORS-C/commissions/1/decided
			PUT,  COORDINATOR, /api/reports/DOORS-B/rounds/2/comments
			PUT,  AES,         /api/reports/DOORS-B/rounds/1/answers/1
			POST, AES,         /api/reports/DOORS-B/rounds/1/answers/1/wording
			PUT,  REVIEWER,    /api/reports/DOORS-B/comments
			POST, REVIEWER,    /api/reports/DOORS-B/comments/handed-in
			PUT,  AES,         /api/reports/DOORS-B/decisions
			POST, AES,         /api/reports/DOORS-B/decisions/finished
			POST, REVIEWER,    /api/reviews/DOORS-F/A03-I02
			POST, COORDINATOR, /api/updates/DOORS-F/A09-I01/submission
			PUT,  AES,         /api/updates/DOORS-F/A06-I01/coordinator
			""")
	void anyFormTakesItOrSaysWhyNot(String method, Role role, String path) {
		// given
		Visitor visitor = this.company.as(role);
		Fingerprint tables = new Fingerprint(this.jdbc);

		// when, then
		Fuzz.each(Arbitraries.frequencyOf(Tuple.of(5, Shapes.object()), Tuple.of(1, Shapes.any())), 20, (body) -> {
			HttpResponse<String> answer = visitor.call(method, path, "application/json",
					Shapes.written(body).getBytes(StandardCharsets.UTF_8));
			Proper.answer(method + " " + path, answer);
			Set<String> changed = tables.changed();
			if (answer.statusCode() >= 400) {
				assertThat(changed).as("refused, and yet changed").isEmpty();
			}
		});
	}

	/** What ends something stands last: the others need it. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					AES         | /reports/DOORS-F/rounds                         | opens closes coordinators
					AES         | /reports/DOORS-B/rounds/2/plan                  | opens closes partners
					AES         | /reports/DOORS-B/rounds/2/prolonged             | until reason
					AES         | /reports/DOORS-C/commissions                    | title behind brief author due
					AES         | /reports/DOORS-C/commissions/1                  | title behind brief author due
					AES         | /officials/DOORS-A/no-objection                 | opens closes zone reminderDays member
					AES         | /officials/DOORS-A/no-objection/prolonged       | closes reason
					AES         | /officials/DOORS-A/no-objection/called-off      | reason
					OFFICIAL    | /officials/DOORS-A/no-objection/positions/LATVIA | round version answers answer text
					AES         | /officials/DOORS-A/conclusions/paragraphs       | A01-I02 A99-I99
					AES         | /desk/corrections/DOORS-A                       | place wrong right note
					AES         | /desk/meetings/DOORS-F/SOM2/agenda              | version title point-1 text-1
					AES         | /desk/meetings/DOORS-F/SOM2/decisions           | title-1 text-1 number-1
					AES         | /desk/meetings/DOORS-F/SOM2/participants/list   | list
					AES         | /desk/meetings/DOORS-F/SOM2/minutes             | version text
					REVIEWER    | /meetings/DOORS-F/SOM2/minutes                  | version text
					AES         | /desk/meetings/DOORS-F/SOM2/slots/1             | act minutes at because
					AES         | /desk/plan/changes                              | act initiative other from reason decidedBy
					AES         | /desk/plan/changes?act=rename&initiative=A01-I02&from=2031-01-01 | title reason decidedBy
					AES         | /desk/plan/changes?act=add&from=2031-01-01&action=1&reason=So | initiative title milestones parties
					AES         | /reports/DOORS-B/rounds/2/called-off            | reason
					""")
	void anyPageTakesItOrSaysWhyNot(Role role, String path, String fields) {
		// given
		Visitor visitor = this.company.as(role);
		String address = path.replace("LATVIA",
				this.jdbc.sql("select id::text from party where name = 'Latvia'").query(String.class).single());
		Fingerprint tables = new Fingerprint(this.jdbc);

		// when, then
		Fuzz.each(Hostile.texts().list().ofSize(fields.split(" ").length), 20, (typed) -> {
			StringBuilder body = new StringBuilder();
			for (int index = 0; index < typed.size(); index++) {
				body.append((index == 0) ? "" : "&")
					.append(fields.split(" ")[index])
					.append('=')
					.append(URLEncoder.encode(typed.get(index), StandardCharsets.UTF_8));
			}
			HttpResponse<String> answer = visitor.call("POST", address, "application/x-www-form-urlencoded",
					body.toString().getBytes(StandardCharsets.UTF_8));
			Proper.answer("POST " + path, answer);
			Set<String> changed = tables.changed();
			if (answer.statusCode() >= 400) {
				assertThat(changed).as("refused, and yet changed").isEmpty();
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "deep objects, 20000", "deep lists, 20000", "a long text, 3000000", "many fields, 200000",
			"a long number, 100000", "too much, 5000000" })
	void jsonThatWouldBurstIsRefused(String kind, int size) {
		// given
		Visitor coordinator = this.company.as(Role.COORDINATOR);
		JsonNode before = draft(coordinator);
		String bomb = switch (kind) {
			case "deep objects" -> "{\"progress\":".repeat(size) + "1" + "}".repeat(size);
			case "deep lists" -> "{\"progress\":" + "[".repeat(size) + "]".repeat(size) + "}";
			case "many fields" -> "{" + "\"progress\":\"x\",".repeat(size) + "\"aims\":\"\"}";
			case "a long number" -> "{\"progress\":" + "9".repeat(size) + "}";
			default -> "{\"progress\":\"" + "x".repeat(size) + "\"}";
		};

		// when
		HttpResponse<String> answer = put(coordinator, before.path("version").asLong(), bomb);

		// then
		Proper.answer(kind, answer);
		if (!kind.equals("many fields")) {
			assertThat(answer.statusCode()).isIn(400, 413, 422);
			assertThat(draft(coordinator)).isEqualTo(before);
		}
	}

	private static Arbitrary<JsonNode> updates() {
		Arbitrary<String> text = Hostile.texts();
		Arbitrary<String> fields = Arbitraries.of("conclusions", "progress", "highlights", "addedValue", "challenges",
				"planChanges");
		Arbitrary<JsonNode> typed = Combinators.combine(fields, text, text.list().ofMaxSize(4), text)
			.as((field, words, partners, cell) -> {
				ObjectNode content = JSON.createObjectNode();
				content.put(field, words);
				partners.forEach(content.putArray("partners")::add);
				content.putArray("plans").addObject().put("activity", cell).put("when", words);
				content.putArray("links").addObject().put("title", cell).put("url", words);
				content.putObject("answers").put("1", cell);
				return content;
			});
		return Arbitraries.frequencyOf(Tuple.of(3, typed), Tuple.of(1, Shapes.object()));
	}

	private static JsonNode draft(Visitor visitor) {
		try {
			return JSON.readTree(visitor.get(UPDATE).body()).path("draft");
		}
		catch (java.io.IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private static HttpResponse<String> put(Visitor visitor, long version, String content) {
		return visitor.call("PUT", UPDATE + "/draft", "application/json",
				"{\"version\":%d,\"content\":%s}".formatted(version, content).getBytes(StandardCharsets.UTF_8));
	}

}
