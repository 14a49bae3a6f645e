package org.asemeducation.stocktake.access.doors;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.asemeducation.stocktake.access.Contact;
import org.asemeducation.stocktake.access.Coordination;
import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What those may who write an update beside its lead: another party that coordinates it,
 * a colleague who helps, the AES that enters it. Every door of an update has a line in
 * {@code doors/writers.csv}.
 */
@RunningStocktake
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryWriterTest {

	private static final String FILE = "src/test/resources/doors/writers.csv";

	private static final String CYCLE = "DOORS-C";

	private static final List<String> WRITERS = List.of("lead", "other lead", "helper", "entering", "reviewer");

	private static final JsonMapper JSON = new JsonMapper();

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private People people;

	@Autowired
	private Register register;

	@Autowired
	private JdbcClient jdbc;

	private final Map<String, Visitor> visitors = new TreeMap<>();

	private final Map<String, String> things = new TreeMap<>();

	private final Bodies bodies = new Bodies();

	private Things others;

	@BeforeAll
	void openThem() {
		Company company = Premises.open(this.context);
		this.others = new Things(this.jdbc);
		String initiative = this.jdbc.sql("""
				select r.initiative from update_request r where r.cycle = 'DOORS-C' and r.state = 'requested'
				and r.initiative not in ('A01-I02', 'A03-I02', 'A06-I01')
				and not exists (select from draft d where d.cycle = r.cycle and d.initiative = r.initiative)
				order by r.initiative limit 1""").query(String.class).single();
		Party lead = this.people.party();
		Party other = this.people.party();
		this.register.coordinate(initiative,
				List.of(new Coordination(lead.id(), "coordinator", 1), new Coordination(other.id(), "coordinator", 2)));
		Contact helper = this.people.coordinator(this.people.party());
		long help = this.jdbc
			.sql("""
					insert into helper (initiative, contact, party, may_submit, ends_at, asked_at, asked_by)
					values (:initiative, :contact, :party, false, now() + interval '1 day', now(), 'somebody') returning id""")
			.param("initiative", initiative)
			.param("contact", helper.id().value())
			.param("party", lead.id().value())
			.query(Long.class)
			.single();
		long file = this.jdbc
			.sql("""
					insert into update_file (cycle, initiative, name, type, length, sha256, thumbnail, uploaded_at, uploaded_by)
					values ('DOORS-C', :initiative, 'harbour.png', 'png', 1, 'of the writers', '\\x00', now(), 'somebody')
					returning id""")
			.param("initiative", initiative)
			.query(Long.class)
			.single();
		this.jdbc.sql("insert into update_file_part (file, number, bytes) values (?, 0, '\\x00')").param(file).update();
		long note = this.jdbc
			.sql("insert into note (initiative, day, text, written_at, written_by)"
					+ " values (?, '2026-05-22', 'Noted.', now(), 'somebody') returning id")
			.param(initiative)
			.query(Long.class)
			.single();
		this.visitors.put("lead", this.people.signedIn(this.people.coordinator(lead)));
		this.visitors.put("other lead", this.people.signedIn(this.people.coordinator(other)));
		this.visitors.put("helper", this.people.signedIn(helper));
		this.visitors.put("entering", this.people.signedIn(this.people.secretary()));
		this.visitors.put("reviewer", company.as(Role.REVIEWER));
		this.visitors.values().forEach((visitor) -> visitor.get("/"));
		this.things.putAll(Map.of("cycle", CYCLE, "initiative", initiative, "file", String.valueOf(file), "helper",
				String.valueOf(help), "number", "1", "field", "progress", "id", "1", "note", String.valueOf(note)));
		enter();
	}

	private void enter() {
		this.jdbc.sql("""
				insert into entry (cycle, initiative, on_behalf, desk, begun_at, begun_by)
				values (:cycle, :initiative, 'The first', true, now(), 'somebody') on conflict do nothing""")
			.param("cycle", CYCLE)
			.param("initiative", this.things.get("initiative"))
			.update();
	}

	@Test
	@Order(1)
	void aSaveOnAnOldVersionIsRefusedByHttpWithBothTexts() throws IOException {
		// given
		HttpResponse<String> first = save("lead", "\"0\"", 7, "The first text");
		String tag = first.headers().firstValue("ETag").orElseThrow();
		assertThat(tag).isEqualTo("\"1\"");
		assertThat(save("other lead", tag, 1, "The second text").statusCode()).isEqualTo(200);
		// when
		HttpResponse<String> stale = save("lead", tag, 2, "Written on the first text");
		// then
		assertThat(stale.statusCode()).isEqualTo(412);
		assertThat(JSON.readTree(stale.body()).path("detail").asText())
			.contains("Somebody else has saved this update since you opened it. Your text is not lost");
		JsonNode now = JSON.readTree(this.visitors.get("lead").get(update()).body()).path("draft");
		assertThat(now.at("/content/progress").asText()).as("stands beside what was typed")
			.isEqualTo("The second text");
		assertThat(now.path("version").asInt()).isEqualTo(2);
		assertThat(draft()).isEqualTo("The second text");
		assertThat(save("helper", null, 1, "By the version in the body").statusCode()).isEqualTo(412);
		assertThat(save("helper", "W/\"2\"", 2, "By no version").statusCode()).isEqualTo(400);
		assertThat(save("helper", "\"2\"", 0, "By the header").statusCode()).isEqualTo(200);
		assertThat(draft()).isEqualTo("By the header");
	}

	@Test
	@Order(2)
	void everyDoorOfAnUpdateHasALine() {
		List<String> missing = PageDoors.of(this.context)
			.stream()
			.filter((door) -> door.path().matches("/(api/updates|i|my/updates)/\\{cycle}/\\{initiative}.*"))
			.filter((door) -> lines().stream().noneMatch((line) -> door(line).nameless().equals(door.nameless())))
			.map((door) -> "%s,%s,%s".formatted(door.method(), door.path(),
					WRITERS.stream().map((who) -> Answer.of(call(who, door)).word()).collect(Collectors.joining(","))))
			.toList();

		assertThat(missing).as("Doors without a line. Look at them, and add them to %s", FILE).isEmpty();
	}

	@Test
	@Order(3)
	void whoWritesBesideTheLeadIsAnsweredWhatTheTableSays() {
		List<String> wrong = new ArrayList<>();
		List<CSVRecord> lines = lines();

		for (CSVRecord line : lines) {
			for (String who : WRITERS) {
				enter();
				Answer answer = Answer.of(call(who, door(line)));
				if (!answer.is(line.get(who))) {
					wrong.add("%s to %s: %s, not %s".formatted(door(line), who, answer.word(), line.get(who)));
				}
			}
		}

		assertThat(lines).hasSizeGreaterThan(40);
		assertThat(wrong).as("answers that differ from %s", FILE).isEmpty();
	}

	private HttpResponse<String> save(String who, String tag, int version, String text) {
		byte[] body = "{\"version\": %d, \"content\": {\"progress\": \"%s\"}}".formatted(version, text)
			.getBytes(StandardCharsets.UTF_8);
		String path = update() + "/draft";
		return (tag != null)
				? this.visitors.get(who).call("PUT", path, "application/json", body, Map.of("If-Match", tag))
				: this.visitors.get(who).call("PUT", path, "application/json", body);
	}

	private String update() {
		return "/api/updates/%s/%s".formatted(CYCLE, this.things.get("initiative"));
	}

	private String draft() {
		return this.jdbc.sql("select content ->> 'progress' from draft where cycle = ? and initiative = ?")
			.params(CYCLE, this.things.get("initiative"))
			.query(String.class)
			.single();
	}

	private HttpResponse<String> call(String who, Door door) {
		byte[] body = this.bodies.of(door, this.others);
		String path = door.path();
		for (Map.Entry<String, String> thing : this.things.entrySet()) {
			path = path.replace("{" + thing.getKey() + "}", thing.getValue());
		}
		return this.visitors.get(who).call(door.method(), path, Bodies.type(body), body);
	}

	private static Door door(CSVRecord line) {
		return new Door(line.get("method"), line.get("path"));
	}

	private static List<CSVRecord> lines() {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setHeader()
			.setSkipHeaderRecord(true)
			.setCommentMarker('#')
			.setIgnoreEmptyLines(true)
			.setTrim(true)
			.get();
		try (CSVParser parser = CSVParser.parse(new InputStreamReader(
				new ClassPathResource("doors/writers.csv").getInputStream(), StandardCharsets.UTF_8), format)) {
			return parser.getRecords();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
