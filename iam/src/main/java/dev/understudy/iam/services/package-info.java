/**
 * Services as principals: who may act as one. Only whoever runs the server registers them; no
 * operation of an account can.
 */
package dev.understudy.iam.services;
