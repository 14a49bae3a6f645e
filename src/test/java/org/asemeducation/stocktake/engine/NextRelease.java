package org.asemeducation.stocktake.engine;

import java.util.concurrent.atomic.AtomicInteger;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.boot.test.context.TestComponent;

/**
 * A release that is not there yet, with a model that says something new.
 */
@TestComponent
public class NextRelease {

	private final AtomicInteger releases = new AtomicInteger();

	private final RepositoryService repository;

	private final CarryOver carryOver;

	NextRelease(RepositoryService repository, CarryOver carryOver) {
		this.repository = repository;
		this.carryOver = carryOver;
	}

	/**
	 * Deploys a process anew.
	 * @param process its key
	 */
	public void deploy(String process) {
		String latest = this.repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult()
			.getId();
		BpmnModelInstance model = this.repository.getBpmnModelInstance(latest);
		model.getModelElementById(process)
			.setAttributeValue("name", "Release %d from now".formatted(this.releases.incrementAndGet()));
		this.repository.createDeployment().addModelInstance(process + ".bpmn", model).deploy();
	}

	/** Carries all instances over, as the start does. */
	public void carryAll() {
		this.carryOver.carryAll();
	}

}
