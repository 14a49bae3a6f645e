package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What lies on the desk beside the form while somebody writes.
 */
@RestController
class DeskController {

	private final CurrentPerson current;

	private final Writers writers;

	private final UpdateRequests requests;

	private final Programmes programmes;

	private final SaidBefore before;

	private final JdbcClient jdbc;

	DeskController(CurrentPerson current, Writers writers, UpdateRequests requests, Programmes programmes,
			SaidBefore before, JdbcClient jdbc) {
		this.current = current;
		this.writers = writers;
		this.requests = requests;
		this.programmes = programmes;
		this.before = before;
		this.jdbc = jdbc;
	}

	@GetMapping("/api/updates/{cycle}/{initiative}/desk")
	Desk show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		if (!this.writers.mayWrite(key, this.current.get().userId())) {
			throw Refused.notAllowed("Only those who coordinate %s write its update.".formatted(initiative));
		}
		this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		CommonText common = this.programmes.common(key).orElse(null);
		return new Desk(common, (common != null) ? Programmes.COMMON.stream().sorted().toList() : List.of(),
				(common != null) ? List.of() : this.programmes.alsoFor(key), this.before.of(key).orElse(null),
				objectives(), parties());
	}

	/** What the initiative said in an earlier cycle, for those who review it. */
	@GetMapping("/api/updates/{cycle}/{initiative}/before")
	Before before(@PathVariable String cycle, @PathVariable String initiative) {
		this.current.get().requireReviewer();
		return new Before(this.before.of(UpdateKey.of(cycle, initiative)).orElse(null));
	}

	private List<Objective> objectives() {
		return this.jdbc.sql("select number, title from objective order by number")
			.query((row, number) -> new Objective(row.getInt("number"), row.getString("title")))
			.list();
	}

	private List<String> parties() {
		return this.jdbc.sql("select name from party order by lower(name)").query(String.class).list();
	}

	/**
	 * What helps to write.
	 *
	 * @param common what is written in another row of the same programme
	 * @param commonFields the names of the fields that are written there
	 * @param alsoFor the rows that take what is written here
	 * @param before what was accepted in an earlier cycle
	 * @param objectives of the plan
	 * @param parties the register's names
	 */
	record Desk(@Nullable CommonText common, List<String> commonFields, List<String> alsoFor,
			SaidBefore.@Nullable Answers before, List<Objective> objectives, List<String> parties) {
	}

	/**
	 * What was accepted in an earlier cycle, if anything was.
	 */
	record Before(SaidBefore.@Nullable Answers answers) {
	}

	record Objective(int number, String title) {
	}

}
