package org.asemeducation.stocktake.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sits in the reviewing body, and how each cycle deals its reviews out.
 */
@Component
class Seats {

	static final String EXPERT_GROUPS = "expert-groups";

	static final String SWG = "swg";

	private static final int LONGEST = 1_000;

	private final JdbcClient jdbc;

	private final Audit audit;

	Seats(JdbcClient jdbc, Audit audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * All terms, past ones too.
	 * @return by group, then member, then first day
	 */
	List<Seat> all() {
		return this.jdbc.sql("""
				select s.id, c.name, s.objective, s.from_day, s.to_day, s.chair,
				    (select string_agg(distinct coalesce(p.acronym, p.name), ', ') from contact_role r
				        join party p on p.id = r.party where r.contact = c.id) as parties,
				    (select min(p.region) from contact_role r
				        join party p on p.id = r.party where r.contact = c.id) as region
				from reviewer_seat s join contact c on c.id = s.contact
				order by s.objective nulls first, c.name, s.from_day""")
			.query((row, number) -> new Seat(row.getLong("id"), row.getString("name"), row.getString("parties"),
					row.getString("region"), row.getObject("objective", Integer.class),
					row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
					row.getBoolean("chair")))
			.list();
	}

	/**
	 * The reviewers of the register.
	 * @return by name
	 */
	List<Member> members() {
		return this.jdbc.sql("""
				select c.id, c.name, not exists (select from reviewer_seat s where s.contact = c.id) as no_term
				from contact c where c.active
				and exists (select from contact_role r where r.contact = c.id and r.role = 'reviewer')
				order by c.name, c.id""")
			.query((row, number) -> new Member(row.getLong("id"), row.getString("name"), row.getBoolean("no_term")))
			.list();
	}

	/**
	 * Enters a term.
	 * @param seat whose, where and when
	 * @param by the user id
	 * @throws IllegalArgumentException when they are no reviewer, or there is no such
	 * objective
	 */
	@Transactional
	public void add(NewSeat seat, String by) {
		boolean added = this.jdbc.sql("""
				insert into reviewer_seat (contact, objective, from_day, to_day, chair)
				select c.id, cast(:objective as int), :from, cast(:to as date), :chair from contact c
				where c.id = :contact and c.active
				and exists (select from contact_role r where r.contact = c.id and r.role = 'reviewer')
				and (cast(:objective as int) is null
				    or exists (select from objective o where o.number = :objective and o.in_force))""")
			.param("contact", seat.contact())
			.param("objective", seat.objective())
			.param("from", seat.from())
			.param("to", seat.to())
			.param("chair", seat.chair())
			.update() == 1;
		if (!added) {
			throw new IllegalArgumentException(
					"Nobody was seated: choose one of the reviewers, and an objective of the plan in force.");
		}
		this.audit.record(by, "add reviewer's term", "contact " + seat.contact(), null, "%s to %s, objective %s%s"
			.formatted(seat.from(), seat.to(), seat.objective(), seat.chair() ? ", chair" : ""));
	}

	/**
	 * Takes a term out again; does nothing when it is gone.
	 * @param id which
	 * @param by the user id
	 */
	@Transactional
	public void remove(long id, String by) {
		all().stream().filter((seat) -> seat.id() == id).findFirst().ifPresent((seat) -> {
			this.jdbc.sql("delete from reviewer_seat where id = :id").param("id", id).update();
			this.audit.record(by, "remove reviewer's term", seat.name(),
					"%s, %s to %s".formatted(seat.group(), seat.from(), seat.to()), null);
		});
	}

	/**
	 * Who reviews what in a cycle.
	 * @param cycle the cycle
	 * @return {@link #SWG} or {@link #EXPERT_GROUPS}
	 */
	String kind(CycleName cycle) {
		return this.jdbc.sql("select kind from reviewing_body where cycle = :cycle")
			.param("cycle", cycle.value())
			.query(String.class)
			.optional()
			.orElse(SWG);
	}

	/**
	 * Says who reviews what in a cycle, from the next submission on.
	 * @param cycle the cycle
	 * @param kind {@link #SWG} or {@link #EXPERT_GROUPS}
	 * @param because why although a group that reviews has no chairs from both regions;
	 * needed then, else of no account
	 * @param today the day that counts
	 * @param by the user id
	 * @throws IllegalArgumentException when it is neither, or the reason is missing
	 */
	@Transactional
	public void choose(CycleName cycle, String kind, String because, LocalDate today, String by) {
		if (!Set.of(SWG, EXPERT_GROUPS).contains(kind)) {
			throw new IllegalArgumentException("Choose the Standing Working Group or the Expert Groups.");
		}
		List<String> warnings = warnings(
				all().stream().filter((seat) -> (seat.objective() != null) == kind.equals(EXPERT_GROUPS)).toList(),
				today);
		String reason = because.strip();
		if (!warnings.isEmpty() && (reason.isEmpty() || reason.length() > LONGEST)) {
			throw new IllegalArgumentException(
					"%s Enter the chairs first, or say in at most %,d characters why the cycle goes on without them."
						.formatted(String.join(" ", warnings), LONGEST));
		}
		String before = kind(cycle);
		this.jdbc.sql("""
				insert into reviewing_body (cycle, kind) values (:cycle, :kind)
				on conflict (cycle) do update set kind = excluded.kind""")
			.param("cycle", cycle.value())
			.param("kind", kind)
			.update();
		this.audit.record(by, "choose reviewing body", cycle.value(), before,
				warnings.isEmpty() ? kind : "%s. %s Why: %s".formatted(kind, String.join(" ", warnings), reason));
	}

	/**
	 * Groups whose chairs do not come from both regions.
	 * @param seats the terms
	 * @param today the day that counts
	 * @return one sentence a group that has seats on that day
	 */
	static List<String> warnings(List<Seat> seats, LocalDate today) {
		return seats.stream()
			.filter((seat) -> seat.isOn(today))
			.collect(Collectors.groupingBy(Seat::group, java.util.TreeMap::new, Collectors.toList()))
			.entrySet()
			.stream()
			.filter((group) -> !regions(group.getValue()).containsAll(Set.of("Asia", "Europe")))
			.map((group) -> "%s has no chairs from both Asia and Europe today.".formatted(group.getKey()))
			.toList();
	}

	private static Set<String> regions(List<Seat> seats) {
		Set<String> regions = new TreeSet<>();
		seats.stream().filter(Seat::chair).forEach((seat) -> {
			String region = seat.region();
			if (region != null) {
				regions.add(region);
			}
		});
		return regions;
	}

	/**
	 * A reviewer.
	 *
	 * @param id the register's number
	 * @param name theirs
	 * @param withoutTerm whether they sit in the Standing Working Group without a term
	 */
	record Member(long id, String name, boolean withoutTerm) {
	}

}
