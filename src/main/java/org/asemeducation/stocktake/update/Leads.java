package org.asemeducation.stocktake.update;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who submits where several parties coordinate an initiative: all may write, the lead
 * submits. Once its day is over, or the lead cannot, any of them may.
 */
@Component
public class Leads {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

	private final JdbcClient jdbc;

	private final Rights rights;

	private final DaysOfUpdates days;

	private final Cycles cycles;

	private final Entries entries;

	private final Clock clock;

	Leads(JdbcClient jdbc, Rights rights, DaysOfUpdates days, Cycles cycles, Entries entries, Clock clock) {
		this.jdbc = jdbc;
		this.rights = rights;
		this.days = days;
		this.cycles = cycles;
		this.entries = entries;
		this.clock = clock;
	}

	/**
	 * The lead of an update.
	 * @param key which
	 * @return nothing when a single party coordinates the initiative, or none
	 */
	public Optional<Lead> of(UpdateKey key) {
		return this.jdbc.sql("select * from lead where cycle = :cycle and initiative = :initiative")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.query((row, number) -> new Lead(new PartyId(row.getLong("party")), row.getString("label"),
					row.getBoolean("settled"), row.getBoolean("declined"), row.getBoolean("reached")))
			.optional();
	}

	/**
	 * Whether a person speaks for the lead.
	 * @param key which update
	 * @param lead its lead
	 * @param userId the engine's user
	 * @return true when what they submit is the lead's
	 */
	public boolean isTheirs(UpdateKey key, Lead lead, String userId) {
		return this.rights.coordinatingAs(userId, key.initiative().value()).contains(lead.party());
	}

	/**
	 * Until when only the lead can submit.
	 * @param key which update
	 * @return the last instant of its own deadline
	 */
	public Instant until(UpdateKey key) {
		return this.cycles.get(key.cycle()).endOf(this.days.of(key).deadline());
	}

	/**
	 * Why one of those who write may not submit.
	 * @param key which update
	 * @param by the user id of one of them
	 * @return one sentence; nothing when they may
	 */
	public Optional<String> objection(UpdateKey key, String by) {
		Optional<Lead> lead = of(key).filter((it) -> !it.isOpenToAll());
		List<PartyId> own = this.rights.coordinatingAs(by, key.initiative().value());
		if (!own.isEmpty() && lead.map(Lead::party).map(own::contains).orElse(true)) {
			return Optional.empty(); // as nearly always, and for the least questions
										// asked
		}
		List<PartyId> parties = this.rights.submittingAs(by, key.initiative().value());
		if (this.entries.isWriting(key, by)) {
			return Optional.empty();
		}
		if (parties.isEmpty()) {
			return Optional.of("You help with %s and cannot submit it: what you write is saved for those who do."
				.formatted(key.initiative()));
		}
		return lead.filter((it) -> !parties.contains(it.party()) && !this.days.isPastDeadline(key))
			.map((it) -> "Only %s can submit the update of %s until the end of %s; what you write is saved for them."
				.formatted(it.label(), key.initiative(), DAY.format(this.days.of(key).deadline())));
	}

	/**
	 * Goes on only for who may submit.
	 * @param key which update; its request is locked by the caller
	 * @param by the user id of one of its coordinators
	 * @throws Refused with the reason, in a sentence
	 */
	public void requireSubmitter(UpdateKey key, String by) {
		objection(key, by).ifPresent((sentence) -> {
			throw Refused.notAllowed(sentence);
		});
	}

	/** The AES settles it; what was declined before is forgotten. */
	public void settle(UpdateKey key, PartyId party, String by) {
		this.jdbc.sql("""
				insert into update_lead (cycle, initiative, party, settled_at, settled_by)
				values (:cycle, :initiative, :party, :at, :by)
				on conflict (cycle, initiative) do update set party = excluded.party, settled_at = excluded.settled_at,
				    settled_by = excluded.settled_by, declined_at = null, declined_by = null""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("party", party.value())
			.param("at", now())
			.param("by", by)
			.update();
	}

	/** The lead cannot submit; it stays the lead, and the others may too. */
	public void decline(UpdateKey key, PartyId party, String by) {
		this.jdbc.sql("""
				insert into update_lead (cycle, initiative, party, declined_at, declined_by)
				values (:cycle, :initiative, :party, :at, :by)
				on conflict (cycle, initiative) do update set party = excluded.party,
				    declined_at = excluded.declined_at, declined_by = excluded.declined_by""")
			.param("cycle", key.cycle().value())
			.param("initiative", key.initiative().value())
			.param("party", party.value())
			.param("at", now())
			.param("by", by)
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
