/** AWS STS. {@link dev.understudy.sts.Sts} lists the operations. */
package dev.understudy.sts;
