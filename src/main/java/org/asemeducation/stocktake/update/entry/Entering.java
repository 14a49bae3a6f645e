package org.asemeducation.stocktake.update.entry;

import java.util.List;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.asemeducation.stocktake.update.DaysOfUpdates;
import org.asemeducation.stocktake.update.Entries;
import org.asemeducation.stocktake.update.Entry;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.UpdateRequest;
import org.asemeducation.stocktake.update.UpdateRequests;
import org.asemeducation.stocktake.update.Writers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins to enter an update for others, keeps where it came from, and hears from its
 * coordinators that it is theirs. It is written, submitted and reviewed like any other.
 */
@Component
public class Entering {

	private final Entries entries;

	private final UpdateRequests requests;

	private final DaysOfUpdates days;

	private final Writers writers;

	private final Register register;

	private final Audit audit;

	private final JdbcClient jdbc;

	Entering(Entries entries, UpdateRequests requests, DaysOfUpdates days, Writers writers, Register register,
			Audit audit, JdbcClient jdbc) {
		this.entries = entries;
		this.requests = requests;
		this.days = days;
		this.writers = writers;
		this.register = register;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/**
	 * Begins.
	 * @param key which update
	 * @param source where it comes from, as far as that is known yet
	 * @param by the user id of one of the AES
	 * @throws Refused when it is not asked for, or being entered already
	 */
	@Transactional
	public void begin(UpdateKey key, Source source, String by) {
		refuseLong(source);
		UpdateRequest request = this.requests.lock(key);
		if (!request.state().isAskedFor() || !this.days.takesIn(key)) {
			throw Refused.conflict("The update of %s does not wait for its coordinators: nothing is entered."
				.formatted(key.initiative()));
		}
		if (this.entries.open(key).isPresent()) {
			throw Refused.conflict("The update of %s is being entered already.".formatted(key.initiative()));
		}
		String onBehalf = coordinators(key);
		this.entries.begin(key, onBehalf, source.desk(), source.kept(), by);
		this.audit.record(by, "enter update", key.toString(), null,
				"for %s%s".formatted(onBehalf, source.desk() ? ", as a desk update" : ""));
	}

	/**
	 * Keeps where it came from.
	 * @throws Refused when it is not being entered, or the file is not one of the
	 * update's
	 */
	@Transactional
	void keep(UpdateKey key, Source source) {
		refuseLong(source);
		this.requests.lock(key);
		requireOpen(key);
		Long file = source.desk() ? null : source.file();
		if (file != null && !isOfUpdate(key, file)) {
			throw Refused.invalid("Nothing is kept yet.",
					List.of(new Problem("file", "This file is no longer there: attach it again.")));
		}
		this.entries.source(key, source.desk(), source.kept(), file);
	}

	/**
	 * Gives it up; what was written stays as the draft.
	 * @throws Refused when it is not being entered
	 */
	@Transactional
	void giveUp(UpdateKey key, String by) {
		this.requests.lock(key);
		Entry entry = requireOpen(key);
		this.entries.end(key, by);
		this.audit.record(by, "give up entering", key.toString(), "for " + entry.onBehalf(), null);
	}

	/**
	 * Yes, this is ours.
	 * @param key which update
	 * @param number the revision that they have seen
	 * @param by the user id of one who speaks for a coordinator
	 * @throws Refused when they do not, or nothing was entered under that number
	 */
	@Transactional
	void confirm(UpdateKey key, int number, String by) {
		this.writers.requireSpeaker(key, by);
		if (this.entries.confirm(key, number, by)) {
			this.audit.record(by, "confirm entered update", key.toString(), null, "revision " + number);
		}
		else if (this.entries.latest(key).filter((entry) -> Integer.valueOf(number).equals(entry.number())).isEmpty()) {
			throw Refused.conflict(
					"Version %d of %s is not one that the secretariat has entered, or no longer the last: load the page again."
						.formatted(number, key.initiative()));
		}
	}

	private Entry requireOpen(UpdateKey key) {
		return this.entries.open(key)
			.orElseThrow(
					() -> Refused.conflict("The update of %s is not being entered, or no longer: load the page again."
						.formatted(key.initiative())));
	}

	private static void refuseLong(Source source) {
		String words = source.kept();
		if (words != null && words.length() > Source.LONGEST) {
			throw Refused.invalid("Nothing is kept yet.", List.of(new Problem("words",
					"Keep at most %,d characters, or attach it as a file.".formatted(Source.LONGEST))));
		}
	}

	private boolean isOfUpdate(UpdateKey key, long file) {
		return this.jdbc.sql(
				"select exists (select from update_file where id = :file and cycle = :cycle and initiative = :initiative)")
			.param("file", file)
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query(Boolean.class)
			.single();
	}

	String coordinators(UpdateKey key) {
		List<String> groups = this.register.coordinatorGroups(key.initiative().value());
		return this.register.parties()
			.stream()
			.filter((party) -> groups.contains(party.groupId()))
			.map(Party::label)
			.collect(Collectors.joining(", "));
	}

}
