/**
 * EC2, as far as instance profiles need it: which instance has which profile. {@link
 * dev.understudy.ec2.Ec2} lists the operations. It speaks EC2's dialect of the Query protocol; its
 * way through the pipeline is that of every other service.
 */
package dev.understudy.ec2;
