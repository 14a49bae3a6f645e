package org.asemeducation.stocktake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.CycleOpening;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.NewCycle;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the process tests play: opens cycles, brings them to where a test begins, finds
 * their instances by what they are about, and removes them when the test is over.
 */
public class Stage {

	private final ProcessEngine engine;

	private final CycleOpening opening;

	private final Calendars calendars;

	private final Troupe troupe;

	private final Jobs jobs;

	private final SimulatedClock clock;

	private final JdbcClient jdbc;

	private final List<CycleName> opened = new ArrayList<>();

	Stage(ProcessEngine engine, CycleOpening opening, Calendars calendars, Troupe troupe, Jobs jobs,
			SimulatedClock clock, JdbcClient jdbc) {
		this.engine = engine;
		this.opening = opening;
		this.calendars = calendars;
		this.troupe = troupe;
		this.jobs = jobs;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	void set() {
		later(60);
		BpmnAwareTests.init(this.engine);
	}

	void clear() {
		this.opened.forEach(this::clear);
		this.opened.clear();
		BpmnAwareTests.reset();
		ClockUtil.reset();
	}

	/**
	 * Its meetings, its work plan and its chapters too: the cycle of the next test would
	 * go on from them, and the next run would remind of them.
	 */
	private void clear(CycleName cycle) {
		this.jdbc.sql("""
				select id_ from act_ru_execution where parent_id_ is null and super_exec_ is null
				and (business_key_ = :cycle or business_key_ like :cycle || '/%')""")
			.param("cycle", cycle.value())
			.query(String.class)
			.list()
			.forEach((id) -> this.engine.getRuntimeService().deleteProcessInstance(id, "the test is over", true, true));
		this.jdbc.sql("delete from minutes where :cycle in (cycle, at_cycle)").param("cycle", cycle.value()).update();
		this.jdbc.sql("delete from meeting where cycle = :cycle").param("cycle", cycle.value()).update();
		for (String table : List.of("adopted_line", "work_plan", "chapter_reminder", "chapter_draft",
				"chapter_handed_in", "chapter_commission")) {
			this.jdbc.sql("delete from " + table + " where cycle = :cycle").param("cycle", cycle.value()).update();
		}
	}

	public Instant now() {
		return this.clock.instant();
	}

	public void later(long seconds) {
		this.clock.moveTo(this.clock.instant().plusSeconds(seconds));
	}

	public CycleName open(NewCycle proposal) {
		CycleName cycle = this.opening.open(proposal, this.troupe.user("aes"));
		this.opened.add(cycle);
		return cycle;
	}

	/**
	 * Clears away after the test what the test itself has opened.
	 * @param cycle its name
	 * @return the same
	 */
	public CycleName clearAfterwards(CycleName cycle) {
		this.opened.add(cycle);
		return cycle;
	}

	/**
	 * Opens a cycle whose requests have not gone out, on the whole plan.
	 * @return its name
	 */
	public CycleName open() {
		return open(this.calendars.proposal());
	}

	/**
	 * Opens a cycle whose requests go out later than usual.
	 * @param days until the requests
	 * @return its name
	 */
	public CycleName openIn(int days) {
		LocalDate request = LocalDate.ofInstant(now(), ZoneOffset.UTC).plusDays(days);
		return open(this.calendars.proposal("Europe/Rome", request, request.plusDays(30), request.plusDays(60)));
	}

	/**
	 * Opens a cycle on a part of the plan.
	 * @param initiatives the ids of those it is to ask for
	 * @return its name
	 */
	public CycleName openWith(List<String> initiatives) {
		CycleName cycle = open();
		for (String table : List.of("commitment", "cycle_initiative")) {
			this.jdbc.sql("delete from %s where cycle = :cycle and not initiative = any(:initiatives)".formatted(table))
				.param("cycle", cycle.value())
				.param("initiatives", initiatives.toArray(String[]::new))
				.update();
		}
		return cycle;
	}

	/**
	 * Opens a cycle whose requests have gone out on their date.
	 * @param initiatives the ids of those it asks for
	 * @return its name
	 */
	public CycleName gathering(String... initiatives) {
		CycleName cycle = openWith(List.of(initiatives));
		gather(cycle);
		return cycle;
	}

	/**
	 * Reaches the request date of a cycle that is open.
	 * @param cycle the cycle
	 */
	public void gather(CycleName cycle) {
		this.jobs.run(cycle, "boundaryEvent_requestDateReached");
		this.jobs.run(cycle, "serviceTask_startUpdates");
		this.jobs.run(cycle, "serviceTask_queueRequests");
	}

	/**
	 * Reaches the freeze of a cycle that is gathering.
	 * @param cycle the cycle
	 */
	public void freeze(CycleName cycle) {
		this.jobs.run(cycle, "boundaryEvent_freezeReached");
		freezeOn(cycle);
	}

	/**
	 * Freezes what is left once the freeze was reached.
	 * @param cycle the cycle
	 */
	public void freezeOn(CycleName cycle) {
		while (!this.jobs.at(cycle, "serviceTask_freezeUpdates").isEmpty()) {
			this.jobs.run(cycle, "serviceTask_freezeUpdates");
		}
	}

	/**
	 * The running instance of a model.
	 * @param process the model's key
	 * @param about the business key
	 * @return the only one
	 * @throws AssertionError when there is none, or more than one
	 */
	public ProcessInstance instance(String process, Object about) {
		List<ProcessInstance> found = instances(process, about);
		if (found.size() != 1) {
			throw new AssertionError("%s runs %d times for %s".formatted(process, found.size(), about));
		}
		return found.get(0);
	}

	public ProcessInstance update(CycleName cycle, String initiative) {
		return instance("update", cycle + "/" + initiative);
	}

	public ProcessInstance review(CycleName cycle, String initiative) {
		return instance("review", cycle + "/" + initiative);
	}

	public ProcessInstance meeting(CycleName cycle, MeetingKind kind) {
		return instance("meeting", cycle + "/" + kind);
	}

	/**
	 * The running instances of a model.
	 * @param process the model's key
	 * @param about the business key; {@code %} stands for anything
	 * @return in any order
	 */
	public List<ProcessInstance> instances(String process, Object about) {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKeyLike(about.toString())
			.list();
	}

}
