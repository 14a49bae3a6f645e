package org.asemeducation.stocktake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.microsoft.playwright.Page;
import org.asemeducation.stocktake.browser.BrowserTest;
import org.asemeducation.stocktake.browser.Chromium;
import org.asemeducation.stocktake.browser.Visit;
import org.asemeducation.stocktake.browser.Walk;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever Camunda's applications offer somebody, they may do: every control is clicked,
 * on the demonstration's cycles, where there is something of everything.
 */
@Tag("walk")
@BrowserTest
@TestPropertySource(properties = "stocktake.demo.cycle=true")
class EveryControlInTheBrowserTest {

	private static final String COCKPIT = "/camunda/app/cockpit/default/#/";

	private static final String IN_COCKPIT = ".ctn-main [ng-view] > *";

	private static final String TASKLIST = "/camunda/app/tasklist/default/#/";

	@LocalServerPort
	private int port;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Test
	void nothingInCockpitEndsInARefusal(Chromium chromium) throws Exception {
		// given
		Walk walk = visit(chromium, "aes").walk();

		// when
		for (String place : List.of("dashboard", "processes", "decisions", "tasks", "repository", "batch")) {
			walk.through(COCKPIT + place, IN_COCKPIT);
		}
		for (String model : List.of("cycle", "update")) {
			walk.through(COCKPIT + "process-definition/%s/runtime".formatted(definition(model)), IN_COCKPIT);
			walk.through(COCKPIT + "process-instance/%s/runtime".formatted(instance(model)), IN_COCKPIT);
		}

		// then
		walk.keep("cockpit");
		assertThat(walk.refused()).isEmpty();
		assertThat(walk.clicked()).hasSizeGreaterThan(80);
		assertThat(walk.missed()).hasSizeLessThan(walk.clicked().size() / 10);
	}

	@ParameterizedTest
	@CsvSource({ "aes, 60", "swg, 15", "asef, 20" })
	void nothingInTasklistEndsInARefusal(String account, int least, Chromium chromium) throws Exception {
		// given
		Walk walk = visit(chromium, account).walk();
		Map<String, String> oneOfEach = oneOfEach(account);

		// when
		walk.through(TASKLIST, ".task-filter");
		oneOfEach.values()
			.forEach(
					(task) -> walk.through(TASKLIST + "?task=" + task, ".task-card .stocktake > *:not([role=status])"));

		// then
		walk.keep("tasklist-" + account);
		assertThat(oneOfEach).isNotEmpty();
		assertThat(walk.refused()).isEmpty();
		assertThat(walk.clicked()).hasSizeGreaterThan(least);
		assertThat(walk.missed()).hasSizeLessThan(walk.clicked().size() / 10);
	}

	@Test
	void aControlThatEndsInARefusalIsNamed(Chromium chromium) {
		// given
		Visit coordinator = visit(chromium, "asef");
		coordinator.page().onDOMContentLoaded((page) -> addForbiddenButton(page));

		// when
		Walk walk = coordinator.walk().through("/reports", "main");

		// then
		assertThat(walk.refused()).singleElement()
			.asString()
			.contains("button “End the cycle”", "POST", "/camunda/api/engine/engine/default/message");
	}

	private static void addForbiddenButton(Page page) {
		page.evaluate(
				"""
						() => {
						  const button = document.createElement('button');
						  button.textContent = 'End the cycle';
						  button.type = 'button';
						  button.addEventListener('click', () => fetch('/camunda/api/engine/engine/default/message', { method: 'POST' }));
						  document.body?.prepend(button);
						}""");
	}

	private Map<String, String> oneOfEach(String account) {
		Map<String, String> found = new TreeMap<>();
		for (Task task : this.tasks.createTaskQuery().taskCandidateUser(account).includeAssignedTasks().list()) {
			found.putIfAbsent(task.getTaskDefinitionKey(), task.getId());
		}
		return found;
	}

	private String definition(String model) {
		return this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(model)
			.latestVersion()
			.singleResult()
			.getId();
	}

	private String instance(String model) {
		return this.runtime.createProcessInstanceQuery().processDefinitionKey(model).list().get(0).getId();
	}

	private Visit visit(Chromium chromium, String account) {
		return chromium.visit(this.port).signIn(account);
	}

}
