package org.asemeducation.stocktake.access.doors;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.People;
import org.asemeducation.stocktake.access.RunningStocktake;
import org.asemeducation.stocktake.access.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every door is tried by everybody and answers what the table says. What may be done is
 * done, the gathering closed and more, so nobody else acts in this application.
 */
@RunningStocktake
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryDoorTest {

	/** What one role may read and another may not; found nowhere else. */
	private static final Map<Role, List<String>> SECRETS = Map.of(Role.ANONYMOUS, Secrets.ALL, Role.COORDINATOR,
			Secrets.besides("DRAFT-OF-THE-COORDINATOR", "RETURNED-WORDS", "REMARK-OF-THE-REVIEWER",
					"SUBMITTED-WORDS-HERE", "DRAFT-THAT-WAS-LEFT", "coordinator@doors.example"),
			Role.OTHER,
			Secrets.besides("ACCEPTED-WORDS-OF-ANOTHER", "SUBMITTED-WORDS-OF-ANOTHER", "other@doors.example"),
			Role.REVIEWER,
			Secrets.besides("ACCEPTED-WORDS-OF-ANOTHER", "RETURNED-WORDS", "REMARK-OF-THE-REVIEWER",
					"SUBMITTED-WORDS-HERE", "SUBMITTED-WORDS-OF-ANOTHER", "reviewer@doors.example"),
			Role.HOST, Secrets.ALL, Role.OFFICIAL, Secrets.ALL);

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private FilterChainProxy security;

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	private List<Row> table;

	private Set<Door> doors;

	private Set<Door> files;

	private Company company;

	private Things things;

	private Bodies bodies;

	@BeforeAll
	void openThem() {
		this.company = Premises.open(this.context);
		this.things = new Things(this.jdbc);
		this.bodies = new Bodies();
		this.table = Table.read();
		this.files = FileDoors.all();
		this.doors = new TreeSet<>(PageDoors.of(this.context));
		this.doors.addAll(CamundaDoors.of(this.context.getServletContext()));
		this.doors.addAll(FilterDoors.of(this.context.getServletContext(), this.security));
	}

	@Test
	@Order(1)
	void enoughDoorsAreSeen() {
		assertThat(this.doors).hasSizeGreaterThan(550);
		assertThat(this.doors.stream().filter((door) -> door.path().startsWith("/camunda/api/")))
			.hasSizeGreaterThan(450);
		assertThat(this.files).hasSizeGreaterThan(250);
		assertThat(this.table).hasSizeGreaterThan(550);
	}

	@Test
	@Order(2)
	void everyDoorHasALine() {
		Set<Door> all = new LinkedHashSet<>(this.doors);
		all.addAll(this.files);
		List<String> missing = all.stream()
			.filter((door) -> this.table.stream().noneMatch((row) -> row.covers(door)))
			.map(this::line)
			.toList();

		assertThat(missing)
			.as("Doors without a line. Look at what each answers to whom, and add it to %s when it is right",
					Table.FILE)
			.isEmpty();
	}

	@Test
	@Order(3)
	void everyLineHasADoor() {
		List<Door> without = this.table.stream()
			.map(Row::door)
			.filter((line) -> this.doors.stream().noneMatch((door) -> covers(line, door))
					&& this.files.stream().noneMatch((door) -> covers(line, door)))
			.toList();

		assertThat(without).as("Lines of %s without a door: take them out", Table.FILE).isEmpty();
		assertThat(this.table.stream().map(Row::door)).as("each once").doesNotHaveDuplicates();
	}

	/** What may change nothing comes first, for everybody. */
	@ParameterizedTest
	@EnumSource
	@Order(4)
	void whatIsReadOrRefusedIsAsTheTableSaysAndChangesNothing(Role role) {
		// given
		Fingerprint tables = new Fingerprint(this.jdbc);

		// when
		List<String> wrong = tryAll(role, this.table.stream().filter((row) -> !row.changes(role)).toList());
		tables.changed().forEach((table) -> wrong.add("the table %s has changed".formatted(table)));

		// then
		assertThat(wrong).as("answers to %s that differ from %s", role.word(), Table.FILE).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	@Order(5)
	void whatMayBeDoneIsAsTheTableSays(Role role) {
		// when
		List<String> wrong = tryAll(role, this.table.stream().filter((row) -> row.changes(role)).toList());

		// then
		assertThat(wrong).as("answers to %s that differ from %s", role.word(), Table.FILE).isEmpty();
	}

	/**
	 * Whoever is asked for comments reads the whole draft, with all that was accepted.
	 */
	private static boolean isReadByWhoIsAsked(Door door, String secret) {
		return door.path().equals("/reports/{commented}/rounds/{round}") && secret.startsWith("ACCEPTED-WORDS");
	}

	private List<String> tryAll(Role role, List<Row> rows) {
		List<String> wrong = new ArrayList<>();
		for (Row row : rows) {
			for (Door door : tried(row)) {
				HttpResponse<String> answer = call(role, door);
				if (!Answer.of(answer).is(row.said(role))) {
					wrong.add("%s: %s, not %s (%s)".formatted(door, Answer.of(answer).word(), row.said(role),
							answer.statusCode()));
				}
				SECRETS.getOrDefault(role, List.of())
					.stream()
					.filter(answer.body()::contains)
					.filter((secret) -> !isReadByWhoIsAsked(door, secret))
					.forEach((secret) -> wrong.add("%s tells %s".formatted(door, secret)));
				if (Insides.areIn(answer)) {
					wrong.add("%s shows its insides: %s".formatted(door, Insides.of(answer)));
				}
			}
		}
		return wrong;
	}

	private Set<Door> tried(Row row) {
		if (row.door().method().equals("FILES")) {
			return Set.of();
		}
		if (!row.door().path().contains("*")) {
			return Set.of(row.door());
		}
		return this.files.stream().filter(row::covers).collect(Collectors.toCollection(TreeSet::new));
	}

	private HttpResponse<String> call(Role role, Door door) {
		byte[] body = this.bodies.of(door, this.things);
		Visitor visitor = this.company.as(role);
		if (door.path().endsWith("/logout")) {
			visitor = (role == Role.ANONYMOUS) ? this.people.visitor() : this.people.signedIn(this.people.secretary());
			visitor.get("/");
		}
		return visitor.call(door.method(), this.things.in(door.path()), Bodies.type(body), body);
	}

	/** The line that is missing, with what the door answers now. */
	private String line(Door door) {
		String path = Names.inTable(door.path());
		String answers = Arrays.stream(Role.values())
			.map((role) -> Answer.of(call(role, new Door(door.method(), path))).word())
			.collect(Collectors.joining(","));
		return "%s,%s,?,%s".formatted(door.method(), path, answers);
	}

	private static boolean covers(Door line, Door door) {
		return new Row(line, "", Map.of()).covers(door);
	}

}
