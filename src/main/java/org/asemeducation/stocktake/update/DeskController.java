package org.asemeducation.stocktake.update;

import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.ConclusionParagraphs;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What lies on the desk beside the form while somebody writes; the secretariat sees it as
 * they do.
 */
@RestController
class DeskController {

	private static final int OFFERED = 1000;

	private final CurrentPerson current;

	private final Writers writers;

	private final UpdateRequests requests;

	private final Programmes programmes;

	private final DraftReadings readings;

	private final SaidBefore before;

	private final JdbcClient jdbc;

	private final ConclusionParagraphs paragraphs;

	DeskController(CurrentPerson current, Writers writers, UpdateRequests requests, Programmes programmes,
			DraftReadings readings, SaidBefore before, ConclusionParagraphs paragraphs, JdbcClient jdbc) {
		this.paragraphs = paragraphs;
		this.current = current;
		this.writers = writers;
		this.requests = requests;
		this.programmes = programmes;
		this.readings = readings;
		this.before = before;
		this.jdbc = jdbc;
	}

	@GetMapping("/api/updates/{cycle}/{initiative}/desk")
	Desk show(@PathVariable String cycle, @PathVariable String initiative) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		boolean writes = this.writers.mayWrite(key, reader.userId());
		if (!writes && !reader.isSecretariat()) {
			throw Refused.notAllowed("Only those who coordinate %s write its update.".formatted(initiative));
		}
		this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		CommonText common = this.programmes.common(key).orElse(null);
		if (common != null && !writes) {
			this.readings.note(key, common, reader);
		}
		List<String> alsoFor = (common != null) ? List.of() : this.programmes.alsoFor(key);
		return new Desk(common, (common != null) ? Programmes.COMMON.stream().sorted().toList() : List.of(), alsoFor,
				mayOpen(reader, key, (common != null) ? List.of(common.initiative()) : alsoFor),
				this.before.of(key).orElse(null), this.paragraphs.of(key.cycle(), key.initiative()).orElse(null),
				parties());
	}

	/** What the initiative said in an earlier cycle, for those who review it. */
	@GetMapping("/api/updates/{cycle}/{initiative}/before")
	Before before(@PathVariable String cycle, @PathVariable String initiative) {
		this.current.get().requireReviewer();
		return new Before(this.before.of(UpdateKey.of(cycle, initiative)).orElse(null));
	}

	private boolean mayOpen(Person reader, UpdateKey key, List<String> others) {
		return reader.isSecretariat() || others.stream()
			.allMatch((other) -> this.writers.mayWrite(UpdateKey.of(key.cycle().value(), other), reader.userId()));
	}

	/**
	 * Other processes and bodies too: somebody types “GDN”, somebody else its whole name.
	 */
	private List<String> parties() {
		return this.jdbc.sql("""
				select called from (select name as called from party
				    union select acronym from party where acronym is not null) c
				order by lower(called), called limit :most""").param("most", OFFERED).query(String.class).list();
	}

	/**
	 * What helps to write.
	 *
	 * @param common what is written in another row of the same programme
	 * @param commonFields the names of the fields that are written there
	 * @param alsoFor the rows that take what is written here
	 * @param mayOpenOthers whether the reader may open the other rows; who helps with one
	 * row may not
	 * @param before what was accepted in an earlier cycle
	 * @param paragraphs of the last Chair's Conclusions that the initiative answers, as
	 * the secretariat named them
	 * @param parties names and acronyms of the register, {@value DeskController#OFFERED}
	 * at most
	 */
	record Desk(@Nullable CommonText common, List<String> commonFields, List<String> alsoFor, boolean mayOpenOthers,
			SaidBefore.@Nullable Answers before, @Nullable String paragraphs, List<String> parties) {
	}

	/**
	 * What was accepted in an earlier cycle, if anything was.
	 */
	record Before(SaidBefore.@Nullable Answers answers) {
	}

}
