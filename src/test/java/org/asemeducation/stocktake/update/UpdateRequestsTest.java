package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.RolledBackDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which updates a chunk asks for.
 */
class UpdateRequestsTest {

	private static final CycleName CYCLE = new CycleName("CHUNKS");

	private final RolledBackDatabase database = new RolledBackDatabase();

	private final JdbcClient jdbc = this.database.jdbc();

	private final UpdateRequests requests = new UpdateRequests(this.jdbc,
			Clock.fixed(Instant.parse("2029-01-08T08:00:00Z"), ZoneOffset.UTC));

	@BeforeEach
	void open() {
		this.jdbc.sql("""
				insert into cycle (name, title, zone, state, opened_at, opened_by)
				values ('CHUNKS', 'In parts', 'Europe/Rome', 'gathering', now(), 'aes')""").update();
	}

	@AfterEach
	void undo() {
		this.database.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "A1 A2 A3 A4 A5", "A5 A4 A3 A2 A1", "A3 A5 A1 A4 A2" })
	void eachIsAskedForOnceInThePlansOrder(String plan) {
		// given
		List<String> initiatives = List.of(plan.split(" "));
		initiatives.forEach((initiative) -> add(initiative, initiatives.indexOf(initiative) + 1));
		// when
		List<String> asked = askAll();
		// then
		assertThat(asked).containsExactlyElementsOf(initiatives);
	}

	@Test
	void oneThatWasMissedIsAskedForAsWell() {
		// given
		List.of("A1", "A3", "A4").forEach((initiative) -> add(initiative, Integer.parseInt(initiative.substring(1))));
		askAll();
		// when
		add("A2", 2);
		// then
		assertThat(askAll()).containsExactly("A2");
	}

	private List<String> askAll() {
		List<String> asked = new ArrayList<>();
		List<UpdateRequest> chunk;
		do {
			chunk = this.requests.askNext(CYCLE, 2);
			chunk.forEach((request) -> asked.add(request.key().initiative().value()));
		}
		while (chunk.size() == 2);
		return asked;
	}

	private void add(String initiative, int position) {
		this.jdbc.sql("""
				insert into cycle_initiative (cycle, initiative, position, action, action_title, title, is_new, wording,
				coordinators) values ('CHUNKS', :id, :position, 1, 'Action', 'Title', false, 'summary', '')""")
			.param("id", initiative)
			.param("position", position)
			.update();
	}

}
